import { matchesSearch } from '#shared/exhibitors/search'

export const EXHIBITOR_STATUSES = ['all', 'none', 'held', 'claimed', 'confirmed', 'archived'] as const
export type ExhibitorStatus = (typeof EXHIBITOR_STATUSES)[number]

export interface ExhibitorSearch {
  words: string
  sectorId: string
  status: ExhibitorStatus
}

export const readExhibitorSearch = (search: URLSearchParams): ExhibitorSearch => ({
  words: (search.get('q') ?? '').slice(0, 100),
  sectorId: search.get('sector') ?? '',
  status: EXHIBITOR_STATUSES.find((status) => status === search.get('status')) ?? 'all',
})

export const isSearching = ({ words, sectorId, status }: ExhibitorSearch): boolean =>
  words !== '' || sectorId !== '' || status !== 'all'

interface Found {
  name: string
  contactName: string
  contactEmail: string
  sectorIds: readonly string[]
  booths: readonly { number: string; state: 'held' | 'claimed' | 'confirmed' }[]
  archived: boolean
}

const hasStatus = ({ booths, archived }: Found, status: ExhibitorStatus): boolean => {
  if (archived || status === 'archived') return archived && status === 'archived'
  if (status === 'all') return true
  return status === 'none' ? booths.length === 0 : booths.some(({ state }) => state === status)
}

export const findExhibitors = <T extends Found>(all: readonly T[], { words, sectorId, status }: ExhibitorSearch): T[] =>
  all.filter(
    (exhibitor) =>
      hasStatus(exhibitor, status) &&
      (sectorId === '' || exhibitor.sectorIds.includes(sectorId)) &&
      matchesSearch(
        [
          exhibitor.name,
          exhibitor.contactName,
          exhibitor.contactEmail,
          ...exhibitor.booths.map(({ number }) => number),
        ],
        words,
      ),
  )

/** How many there are of each status, whatever is searched for. */
export const countStatuses = (all: readonly Found[]): Record<ExhibitorStatus, number> =>
  Object.fromEntries(
    EXHIBITOR_STATUSES.map((status) => [status, all.filter((exhibitor) => hasStatus(exhibitor, status)).length]),
  ) as Record<ExhibitorStatus, number>
