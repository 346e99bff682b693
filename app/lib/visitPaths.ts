import type { Language } from '#shared/kernel/language'

/** Addresses of a fair's public pages in one language. */
export function visitPaths(lang: Language, slug: string) {
  const fair = `/${lang}/fairs/${slug}`
  const query = (values: Record<string, string | null | undefined>) => {
    const search = new URLSearchParams(
      Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
    ).toString()
    return search === '' ? '' : `?${search}`
  }
  return {
    fairs: `/${lang}`,
    fair,
    plan: (values: Record<string, string | null | undefined> = {}) => `${fair}/plan${query(values)}`,
    exhibitors: (values: Record<string, string | null | undefined> = {}) => `${fair}/exhibitors${query(values)}`,
    exhibitor: (id: string) => `${fair}/exhibitors/${id}`,
    booth: (id: string) => `${fair}/booths/${id}`,
    sectors: `${fair}/sectors`,
    sector: (id: string) => `${fair}/sectors/${id}`,
    join: `${fair}/join`,
    claim: (boothId?: string) => `${fair}/claim${query({ booth: boothId })}`,
    myBooth: `${fair}/my-booth`,
  }
}

export type VisitPaths = ReturnType<typeof visitPaths>
