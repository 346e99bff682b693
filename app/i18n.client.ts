import type { i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Catalogue, createTranslator } from '#shared/i18n/translator'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '#shared/kernel/language'

const load: Record<Language, () => Promise<Catalogue>> = {
  nl: async () => (await import('#shared/i18n/nl')).nl,
  fr: async () => (await import('#shared/i18n/fr')).fr,
  en: async () => (await import('#shared/i18n/en')).en,
}

/** Fetches the words of one language only. */
export async function loadTranslator(lang: string): Promise<i18n> {
  const language = isLanguage(lang) ? lang : DEFAULT_LANGUAGE
  return createTranslator(language, await load[language](), [initReactI18next])
}
