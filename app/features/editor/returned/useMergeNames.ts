import { useEffect, useMemo, useState } from 'react'
import type { ProgrammeContextJson } from '#server/services/programme/programmeEditorData'
import type { Dispute } from '#shared/merge/dispute'
import { useLang } from '~/lib/useLang'
import { useLive, usePersonsHere } from '../useLive'

/** As many as the server looks for at once. */
const MAX_WRITERS = 50

/** People who are no part of the document, by the ids in it. */
export interface MergeNames {
  /** Speakers; only when `loaded`. */
  people: ReadonlyMap<string, string>
  /** Organisers, by account. */
  team: ReadonlyMap<string, string>
  /** Accounts, by client of the document. */
  writers: Readonly<Record<string, string>>
  loaded: boolean
}

/** What a page of the server says, once it does; null before, and without a network. */
function useAnswer<T>(address: string | null): T | null {
  const [answer, setAnswer] = useState<T | null>(null)
  useEffect(() => {
    let gone = false
    const ask = async (from: string) => {
      const response = await fetch(from, { credentials: 'same-origin' }).catch(() => null)
      if (!gone && response?.ok) setAnswer((await response.json()) as T)
    }
    if (address !== null) void ask(address)
    return () => {
      gone = true
    }
  }, [address])
  return answer
}

/** Asked for when they are needed; without a network there are numbers instead of names. */
export function useMergeNames(disputes: readonly Dispute[]): MergeNames {
  const { data } = useLive()
  const fair = `/${useLang()}/organise/${data.fairId}`
  const here = usePersonsHere()
  const unknown = disputes.flatMap(({ by }) => (by && by.accountId === null ? [by.client] : []))
  const query = [...new Set(unknown)].slice(0, MAX_WRITERS).map((client) => `client=${client}`)
  const writers = useAnswer<Record<string, string>>(query.length > 0 ? `${fair}/plan/writers?${query.join('&')}` : null)
  const facts = useAnswer<ProgrammeContextJson>(`${fair}/programme/context`)
  return useMemo(
    () => ({
      people: new Map((facts?.people ?? []).map(({ id, name }) => [id as string, name])),
      team: new Map([
        ...here.map(({ accountId, name }) => [accountId, name] as const),
        ...(facts?.team ?? []).map(({ id, name }) => [id as string, name] as const),
      ]),
      writers: writers ?? {},
      loaded: facts !== null,
    }),
    [facts, here, writers],
  )
}
