import type { Language } from '#shared/kernel/language'

/** Addresses of a fair's pages for organisers. */
export function organiserPaths(lang: Language, fairId: string) {
  const fair = `/${lang}/organise/${fairId}`
  return {
    plan: `${fair}/plan`,
    claims: `${fair}/claims`,
    exhibitors: `${fair}/exhibitors`,
    newExhibitor: `${fair}/exhibitors/new`,
    exhibitor: (id: string) => `${fair}/exhibitors/${id}`,
    release: `${fair}/release`,
    programme: `${fair}/programme`,
  }
}
