import type { Language } from '#shared/kernel/language'

/** What a language is called in the reader's, as within a sentence; null where the machine's tables do not know it. */
export function languageName(tag: string, reader: Language): string | null {
  try {
    return new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' }).of(tag) ?? null
  } catch (error) {
    // Tags that are none.
    if (error instanceof RangeError) return null
    throw error
  }
}
