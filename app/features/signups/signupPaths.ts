import type { Language } from '#shared/kernel/language'

export const signupPaths = {
  /** Where seats are taken and given back (POST). */
  act: (lang: Language, slug: string) => `/${lang}/fairs/${slug}/sign-ups`,
  list: (lang: Language, fairId: string) => `/${lang}/organise/${fairId}/sign-ups`,
  file: (lang: Language, fairId: string) => `/${lang}/organise/${fairId}/sign-ups.csv`,
}
