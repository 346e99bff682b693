import type { BoothStatus } from '#shared/claims/status'
import { BOOTH_KINDS, type BoothKind } from '#shared/plan/queries/openSides'

/** What the list of booths goes by. `areaM2` in square metres, `openSides` 0 to 4. */
export interface ListedBooth {
  id: string
  number: string
  hallId: string
  sectorId: string | null
  areaM2: number
  kind: BoothKind
  openSides: number
  status: BoothStatus
}

/** Upper ends in m²; what people ask for: a table, a small stand, a stand with room, more than that. */
const BANDS = { small: 6, medium: 12, large: 24, huge: Number.POSITIVE_INFINITY } as const
export type SizeBand = keyof typeof BANDS
export const SIZE_BANDS = Object.keys(BANDS) as SizeBand[]
export const bandLimit = (band: SizeBand): number => BANDS[band]

export const bandOf = (areaM2: number): SizeBand => SIZE_BANDS.find((band) => areaM2 <= BANDS[band]) ?? 'huge'

export interface BoothFilter {
  number: string
  hallId: string | null
  /** `mine`: the sectors of the exhibitor one acts for. */
  sector: string | null
  band: SizeBand | null
  kind: BoothKind | null
  /** At least so many sides on an aisle. */
  openSides: number
  freeOnly: boolean
}

export const MY_SECTORS = 'mine'
const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null =>
  values.find((candidate) => candidate === value) ?? null

/** From the address: unknown values count as not given, since anybody can type there. */
export function readBoothFilter(search: URLSearchParams): BoothFilter {
  const sides = Number(search.get('sides'))
  return {
    number: (search.get('number') ?? '').trim().slice(0, 64),
    hallId: search.get('hall') || null,
    sector: search.get('sector') || null,
    band: oneOf(SIZE_BANDS, search.get('size')),
    kind: oneOf(BOOTH_KINDS, search.get('kind')),
    openSides: Number.isInteger(sides) && sides >= 1 && sides <= 4 ? sides : 0,
    freeOnly: search.get('free') === '1',
  }
}

export const isFiltering = (filter: BoothFilter): boolean =>
  filter.number !== '' ||
  filter.freeOnly ||
  filter.openSides > 0 ||
  [filter.hallId, filter.sector, filter.band, filter.kind].some((value) => value !== null)

/** The booths that fit, best first: my sectors, then free ones, then by number as people count. */
export function findBooths<T extends ListedBooth>(
  booths: readonly T[],
  filter: BoothFilter,
  mySectors: readonly string[],
): T[] {
  const fits = (booth: T) =>
    booth.number.toLowerCase().includes(filter.number.toLowerCase()) &&
    (filter.hallId === null || booth.hallId === filter.hallId) &&
    (filter.sector === null ||
      (filter.sector === MY_SECTORS
        ? booth.sectorId !== null && mySectors.includes(booth.sectorId)
        : booth.sectorId === filter.sector)) &&
    (filter.band === null || bandOf(booth.areaM2) === filter.band) &&
    (filter.kind === null || booth.kind === filter.kind) &&
    booth.openSides >= filter.openSides &&
    (!filter.freeOnly || booth.status === 'available')
  const rank = (booth: T) =>
    (booth.sectorId !== null && mySectors.includes(booth.sectorId) ? 0 : 2) + (booth.status === 'available' ? 0 : 1)
  return booths.filter(fits).sort((a, b) => rank(a) - rank(b) || byNumber(a.number, b.number))
}

/** A2 before A10, in every language and on every machine alike. */
const collator = new Intl.Collator('en', { numeric: true })
export const byNumber = (a: string, b: string): number => collator.compare(a, b)
