import { useMemo } from 'react'
import type { Talk } from '#shared/document/records'
import { useLang } from '~/lib/useLang'

/** Languages in which talks are held, with their names. */
export function useSpokenLanguages(talks: ReadonlyMap<string, Talk>): { code: string; name: string }[] {
  const language = useLang()
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'language' })
    const codes = new Set<string>()
    for (const talk of talks.values()) if (talk.language !== null && !talk.removed) codes.add(talk.language)
    return [...codes]
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort((a, b) => a.name.localeCompare(b.name, language))
  }, [talks, language])
}
