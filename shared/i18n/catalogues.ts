import type { Language } from '#shared/kernel/language'
import { en } from './en'
import { fr } from './fr'
import { nl } from './nl'
import { type Catalogue, createTranslator, type Translate } from './translator'

/** All languages at once: for the server. The browser loads its own only (app/i18n.client.ts). */
export const catalogues: Record<Language, Catalogue> = { nl, fr, en }

const translators = new Map<Language, Translate>()

/** Words outside React: mails, API messages, the terminal. */
export function translatorFor(language: Language): Translate {
  let translate = translators.get(language)
  if (!translate) {
    translate = createTranslator(language, catalogues[language]).t as Translate
    translators.set(language, translate)
  }
  return translate
}
