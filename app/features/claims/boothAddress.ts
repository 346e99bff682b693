/** The address of the page one is on with some parameters changed; null takes one away. Messages of the last act do not stay. */
export function withParams(search: URLSearchParams, changes: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(search)
  next.delete('done')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? '?' : `?${text}`
}

export const ROWS_A_PAGE = 60

/** How many rows of a long list are shown: a page, or as many as the address asks for. */
export function shownCount(search: URLSearchParams): number {
  const wanted = Number(search.get('show'))
  return Number.isInteger(wanted) && wanted > ROWS_A_PAGE ? wanted : ROWS_A_PAGE
}

export const nextCount = (search: URLSearchParams): string => String(shownCount(search) + ROWS_A_PAGE)
