import { LANGUAGES, type Language, type LocalText, localise } from '#shared/kernel/language'
import { isVisible } from '#shared/kernel/text'

/** Dutch as it was written; nothing where it is another language's text that stands in. A name that is the same in all three is a name. */
function ownDutch({ nl, fr, en }: LocalText): string {
  const others = [fr, en].filter(Boolean)
  const sameInAll = others.length === 2 && others.every((text) => text === nl)
  return others.includes(nl) && !sameInAll ? '' : nl
}

/**
 * A text with one language changed; null when nothing is left of it. Dutch must be there: where nobody wrote any, another
 * language's text stands in for it, and goes on doing so while that one is changed.
 */
export function withText(value: LocalText | null, language: Language, typed: string): LocalText | null {
  const text = isVisible(typed) ? typed.trim() : ''
  const before: Partial<LocalText> = value ? { ...value, nl: ownDutch(value) } : {}
  const { nl, fr, en }: Partial<LocalText> = { ...before, [language]: text }
  const first = [nl, fr, en].find(Boolean)
  if (!first) return null
  return { nl: nl || first, ...(fr ? { fr } : {}), ...(en ? { en } : {}) }
}

/** What the field of that language shows: nothing in Dutch where another language's text stands in. */
export function ownText(value: LocalText | null, language: Language): string {
  if (!value) return ''
  return language === 'nl' ? ownDutch(value) : (value[language] ?? '')
}

/** The language whose text a reader sees: their own, or the one that stands in for it. */
export function shownLanguage(value: LocalText, language: Language): Language {
  if (value[language] && ownText(value, language) !== '') return language
  const shown = localise(value, language)
  return LANGUAGES.find((one) => ownText(value, one) === shown) ?? 'nl'
}
