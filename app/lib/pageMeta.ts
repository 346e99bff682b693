import type { MetaDescriptor } from '@remix-run/node'
import { LANGUAGES, type Language } from '#shared/kernel/language'

export interface PageMeta {
  lang: Language
  publicUrl: string
  /** The page's own part of the title first. */
  titles: readonly string[]
  description: string
  /** Address without the language: `/fairs/x/plan`. */
  path: string
}

/** Title, description, the one true address, and the same page in the other languages. */
export function pageMeta({ lang, publicUrl, titles, description, path }: PageMeta): MetaDescriptor[] {
  const title = [...titles, 'Beursvloer'].join(' · ')
  const address = (language: string) => `${publicUrl}/${language}${path}`
  return [
    { title },
    { name: 'description', content: description },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: address(lang) },
    { tagName: 'link', rel: 'canonical', href: address(lang) },
    ...LANGUAGES.map((hrefLang) => ({ tagName: 'link', rel: 'alternate', hrefLang, href: address(hrefLang) }) as const),
    { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: address('en') },
  ]
}
