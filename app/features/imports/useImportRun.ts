import { useNavigate, useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import type { ImportProgress } from '#shared/protocol/importProgress'
import type { Failure } from '~/services/answer.server'

/** A line of the answer: how far it is, and at last where to look or what went wrong. */
export type RunLine = { progress: ImportProgress } | { done: string } | { failure: Failure }

export type RunState =
  | { is: 'waiting' }
  | { is: 'running'; progress: ImportProgress }
  | { is: 'failed'; failure: Failure }
  /** Nobody knows whether it went through. */
  | { is: 'lost' }

const START: ImportProgress = { step: 'reading', done: 0, total: 1 }

/** Imports and follows how far it is. Without scripts the same form goes to the page itself. */
export function useImportRun(address: string) {
  const [state, setState] = useState<RunState>({ is: 'waiting' })
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()

  const run = async (form: FormData): Promise<void> => {
    setState({ is: 'running', progress: START })
    const end = await follow(address, form, (progress) => setState({ is: 'running', progress })).catch(() => null)
    if (end === null) setState({ is: 'lost' })
    else if ('done' in end) navigate(end.done)
    else if ('failure' in end) {
      setState({ is: 'failed', failure: end.failure })
      revalidate()
    }
  }
  return { state, run }
}

/** The last line, null where there was none. */
async function follow(
  address: string,
  form: FormData,
  onProgress: (progress: ImportProgress) => void,
): Promise<Exclude<RunLine, { progress: unknown }> | null> {
  const body = new URLSearchParams(
    [...form].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  )
  const answer = await fetch(address, { method: 'POST', body })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  let end: Exclude<RunLine, { progress: unknown }> | null = null
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    const lines = (rest + read.value).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      const line = JSON.parse(text) as RunLine
      if ('progress' in line) onProgress(line.progress)
      else end = line
    }
  }
  return end
}
