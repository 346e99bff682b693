import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isLanguage, LANGUAGES, type Language } from '#shared/kernel/language'

export function useLang(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : 'en'
}

/** The page one is on, in each language. */
export function useTranslatedAddresses(): { language: Language; address: string }[] {
  const { pathname, search } = useLocation()
  const [first, ...rest] = pathname.split('/').slice(1)
  const tail = isLanguage(first) ? rest : []
  return LANGUAGES.map((language) => ({ language, address: `/${[language, ...tail].join('/')}${search}` }))
}
