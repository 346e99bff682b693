import type { Language } from '#shared/kernel/language'

/** Addresses of a fair's pages for exhibitors. `as` names the exhibitor where the reader acts for several. */
export function exhibitorPaths(lang: Language, slug: string, as?: string) {
  const fair = `/${lang}/fairs/${slug}`
  const tail = as === undefined ? '' : `?${new URLSearchParams({ as })}`
  return {
    join: `${fair}/join`,
    claim: `${fair}/claim${tail}`,
    myBooth: `${fair}/my-booth${tail}`,
    profile: `${fair}/my-profile${tail}`,
  }
}
