import type { PublishedFair } from '#server/services/visit/visitFair'
import type { ExhibitorKind } from '#shared/exhibitors/profile'
import { matchesSearch } from '#shared/exhibitors/search'
import { isId } from '#shared/kernel/ids'
import type { Format } from '~/lib/format'
import { byName, type SectorName, sectorName } from './planPage'
import { readSearch } from './planQuery'

export interface ExhibitorsQuery {
  search: string
  sectorId: string | null
  by: 'name' | 'sector'
}

export interface ExhibitorCard {
  id: string
  name: string
  kind: ExhibitorKind
  booths: { id: string; number: string }[]
  sectors: SectorName[]
}

export interface ExhibitorGroup {
  /** A letter, or a sector's id. */
  key: string
  sector: SectorName | null
  exhibitors: ExhibitorCard[]
}

export interface ExhibitorsPage {
  all: number
  found: number
  groups: ExhibitorGroup[]
  /** Letters with somebody under them, whatever the search. */
  letters: string[]
  /** Sectors with somebody in them, by name. */
  sectors: SectorName[]
}

/** Names that do not begin with a letter. */
export const OTHER_LETTER = '#'

export function readExhibitorsQuery(params: URLSearchParams): ExhibitorsQuery {
  const sectorId = params.get('sector')
  return {
    search: readSearch(params),
    sectorId: isId(sectorId) ? sectorId : null,
    by: params.get('by') === 'sector' ? 'sector' : 'name',
  }
}

export function exhibitorsPage(published: PublishedFair, query: ExhibitorsQuery, format: Format): ExhibitorsPage {
  const all = exhibitorCards(published, format)
  const found = all.filter(
    (exhibitor) =>
      (query.sectorId === null || exhibitor.sectors.some(({ id }) => id === query.sectorId)) &&
      matchesSearch(
        [
          exhibitor.name,
          ...exhibitor.booths.map(({ number }) => number),
          ...exhibitor.sectors.flatMap(({ name, code }) => [name, code]),
        ],
        query.search,
      ),
  )
  const sectors = new Map(all.flatMap((exhibitor) => exhibitor.sectors).map((sector) => [sector.id, sector]))
  const ordered = [...sectors.values()].sort(byName(format))
  return {
    all: all.length,
    found: found.length,
    groups: query.by === 'name' ? byLetter(found) : bySector(found, ordered, query.sectorId),
    letters: [...new Set(found.map(({ name }) => letterOf(name)))],
    sectors: ordered,
  }
}

export function exhibitorCards({ release, exhibitors }: PublishedFair, format: Format): ExhibitorCard[] {
  return exhibitors
    .map(({ id, name, kind, boothIds, sectorIds }) => ({
      id: id as string,
      name,
      kind,
      booths: boothIds.map((boothId) => ({ id: boothId as string, number: release.booths.get(boothId)?.number ?? '' })),
      sectors: sectorIds
        .map((sectorId) => release.plan.sectors.get(sectorId))
        .filter((sector) => sector !== undefined)
        .map((sector) => sectorName(sector, format)),
    }))
    .sort(byLetterThenName(format))
}

function byLetterThenName(format: Format) {
  const compare = byName(format)
  const isOther = ({ name }: { name: string }) => (letterOf(name) === OTHER_LETTER ? 1 : 0)
  return (a: { name: string }, b: { name: string }) => isOther(a) - isOther(b) || compare(a, b)
}

/** The letter under which one looks for a name: É under E, 3D and signs under #. */
export function letterOf(name: string): string {
  const [first = ''] = name
    .normalize('NFKD')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
  return /\p{L}/u.test(first) ? first : OTHER_LETTER
}

function byLetter(exhibitors: readonly ExhibitorCard[]): ExhibitorGroup[] {
  const groups = new Map<string, ExhibitorCard[]>()
  for (const exhibitor of exhibitors) {
    const letter = letterOf(exhibitor.name)
    groups.set(letter, [...(groups.get(letter) ?? []), exhibitor])
  }
  return [...groups].map(([key, exhibitors]) => ({ key, sector: null, exhibitors }))
}

const bySector = (
  exhibitors: readonly ExhibitorCard[],
  sectors: readonly SectorName[],
  only: string | null,
): ExhibitorGroup[] =>
  sectors
    .filter(({ id }) => only === null || id === only)
    .map((sector) => ({
      key: sector.id,
      sector,
      exhibitors: exhibitors.filter((exhibitor) => exhibitor.sectors.some(({ id }) => id === sector.id)),
    }))
    .filter((group) => group.exhibitors.length > 0)
