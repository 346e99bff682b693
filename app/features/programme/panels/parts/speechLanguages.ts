import { SPOKEN, useLanguageName } from '~/features/exhibitors/LanguageChecks'

/** Languages that talks are held in, to choose from; one that a file brought along is among them. */
export function useSpeechLanguages(own: string | null): { value: string; label: string }[] {
  const nameOf = useLanguageName()
  const tags: string[] = [...SPOKEN]
  if (own !== null && !tags.includes(own)) tags.push(own)
  return tags.map((tag) => ({ value: tag, label: nameOf(tag) }))
}
