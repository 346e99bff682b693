import { type Language, type LocalText, localise } from '#shared/kernel/language'

/** A title in whatever language it was written. */
export const wholeTitle = (title: Partial<LocalText>, lang: Language): string =>
  localise({ ...title, nl: title.nl ?? '' }, lang)
