import type { Language } from '#shared/kernel/language'

/** What a language is called in the reader's, as within a sentence; its tag where nobody knows it. */
export function languageName(tag: string, reader: Language): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag
  } catch (error) {
    // Tags that are none.
    if (error instanceof RangeError) return tag
    throw error
  }
}
