import { LANGUAGES, type Language, type LocalText, localise } from '#shared/kernel/language'
import { isVisible } from '#shared/kernel/text'

/**
 * A text with one language changed; null when nothing is left of it. Dutch must be there: where nobody wrote any, another
 * language's text stands in for it, and goes on doing so while that one is changed.
 */
export function withText(value: LocalText | null, language: Language, typed: string): LocalText | null {
  const text = isVisible(typed) ? typed.trim() : ''
  const before = value?.[language]
  const stoodIn = language !== 'nl' && value !== null && before !== undefined && value.nl === before
  const { nl: ownNl, fr, en }: Partial<LocalText> = { ...value, [language]: text }
  const nl = stoodIn ? '' : ownNl
  const first = [nl, fr, en].find(Boolean)
  if (!first) return null
  return { nl: nl || first, ...(fr ? { fr } : {}), ...(en ? { en } : {}) }
}

/** What the field of that language shows: nothing in Dutch where that is another language's text that stands in. */
export function ownText(value: LocalText | null, language: Language): string {
  if (!value) return ''
  if (language === 'nl' && (value.nl === value.fr || value.nl === value.en)) return ''
  return value[language] ?? ''
}

/** The language whose text a reader sees: their own, or the one that stands in for it. */
export function shownLanguage(value: LocalText, language: Language): Language {
  if (value[language] && ownText(value, language) !== '') return language
  const shown = localise(value, language)
  return LANGUAGES.find((one) => ownText(value, one) === shown) ?? 'nl'
}
