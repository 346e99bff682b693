import { useEffect, useState } from 'react'
import type { ProgrammeContextJson } from '#server/services/programme/programmeEditorData'
import { useLang } from '~/lib/useLang'
import { useLive, usePersonsHere } from '../useLive'

/** People who are no part of the document, by the ids in it. */
export interface MergeNames {
  /** Speakers; only when `loaded`. */
  people: ReadonlyMap<string, string>
  /** Organisers, by account. */
  team: ReadonlyMap<string, string>
  loaded: boolean
}

/** Asked for when they are needed; without a network there are numbers instead of names. */
export function useMergeNames(): MergeNames {
  const { data } = useLive()
  const lang = useLang()
  const here = usePersonsHere()
  const [facts, setFacts] = useState<ProgrammeContextJson | null>(null)
  const address = `/${lang}/organise/${data.fairId}/programme/context`
  useEffect(() => {
    let gone = false
    const ask = async () => {
      const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => null)
      if (!gone && answer?.ok) setFacts((await answer.json()) as ProgrammeContextJson)
    }
    void ask()
    return () => {
      gone = true
    }
  }, [address])
  return {
    people: new Map((facts?.people ?? []).map(({ id, name }) => [id, name])),
    team: new Map([
      ...here.map(({ accountId, name }) => [accountId, name] as const),
      ...(facts?.team ?? []).map(({ id, name }) => [id as string, name] as const),
    ]),
    loaded: facts !== null,
  }
}
