import type { PlanQuery } from './planQuery'

type Change = Partial<Record<'q' | 'sector' | 'status' | 'hall' | 'booth' | 'view', string | null>>

/** The address of the plan page as it is, with changes; null takes a part away. Starts with a question mark. */
export function planHref(query: PlanQuery, change: Change): string {
  const now = {
    q: query.search,
    sector: query.sectorId,
    status: query.status,
    hall: query.hallId,
    booth: query.boothId,
    view: null,
    ...change,
  }
  const params = new URLSearchParams(
    Object.entries(now).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
  return `?${params}`
}
