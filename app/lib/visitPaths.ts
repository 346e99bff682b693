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
    programme: (values: Record<string, string | null | undefined> = {}) => `${fair}/programme${query(values)}`,
    talk: (id: string) => `${fair}/talks/${id}`,
    speakers: `${fair}/speakers`,
    speaker: (id: string) => `${fair}/speakers/${id}`,
    myProgramme: `${fair}/my-programme`,
    changes: `${fair}/changes`,
    screen: (values: Record<string, string | null | undefined> = {}) => `${fair}/screen${query(values)}`,
    /** Files of the latest release; `?lang=` chooses their words. */
    calendar: `/fairs/${slug}/calendar.ics?lang=${lang}`,
    talkCalendar: (id: string) => `/fairs/${slug}/talks/${id}.ics?lang=${lang}`,
    file: (name: string) => `/fairs/${slug}/${name}?lang=${lang}`,
    /** The same, bare, to be framed by other sites. */
    embed: (view: 'programme' | 'plan', values: Record<string, string | null | undefined> = {}) =>
      `/${lang}/embed/${slug}/${view}${query(values)}`,
    propose: `${fair}/propose`,
    proposals: `${fair}/proposals`,
    join: `${fair}/join`,
    claim: (boothId?: string) => `${fair}/claim${query({ booth: boothId })}`,
    myBooth: `${fair}/my-booth`,
  }
}

export type VisitPaths = ReturnType<typeof visitPaths>
