import type { ReleasedBoothStatus } from '#server/services/booths/boothStatuses'
import type { PublishedFair } from '#server/services/visit/visitFair'
import type { BoothStatus } from '#shared/claims/status'
import { foldForSearch, matchesSearch } from '#shared/exhibitors/search'
import type { LocalText } from '#shared/kernel/language'
import type { BoothKind } from '#shared/plan/queries/openSides'
import type { Format } from '~/lib/format'
import { compareNumbers, type HallDrawing, hallDrawing, hallsOf } from '~/lib/planView/hallDrawing'
import { NO_SECTOR, type PlanQuery } from './planQuery'

export interface SectorName {
  id: string
  name: string
  code: string
  tint: number
}

/** A booth in the list beside the plan. */
export interface PlanRow {
  id: string
  number: string
  sectorId: string | null
  status: BoothStatus
  exhibitorId: string | null
  exhibitorName: string | null
  version: number
  widthMm: number
  depthMm: number
  areaM2: number
  kind: BoothKind
  openSides: number
  /** Folded words that the search looks through. */
  words: string
  found: boolean
}

export interface PlanGroup {
  sector: SectorName | null
  rows: PlanRow[]
}

export interface HallTab {
  id: string
  name: LocalText
  booths: number
  found: number
}

export interface PlanPage {
  hall: HallDrawing
  halls: HallTab[]
  groups: PlanGroup[]
  /** Sectors with a booth in any hall, by name. */
  sectors: SectorName[]
  selected: PlanRow | null
  /** The address names a booth that is not on the plan. */
  gone: boolean
  filtered: boolean
  /** For the page's small script, where there are other halls: their booths' words, sector and status, by hall. */
  elsewhere: Record<string, [words: string, sectorId: string, status: BoothStatus][]>
}

/** Everything that the plan page says about one hall; null when the plan has no hall at all. */
export function planPage({ release, booths }: PublishedFair, query: PlanQuery, format: Format): PlanPage | null {
  const { plan } = release
  const names = new Map([...plan.sectors.values()].map((sector) => [sector.id as string, sectorName(sector, format)]))
  const rowOf = (booth: ReleasedBoothStatus) => ({ hallId: booth.hallId as string, row: planRow(booth, names, query) })
  const all = booths.map(rowOf).sort((a, b) => compareNumbers(a.row.number, b.row.number))
  const wanted = all.find(({ row }) => row.id === query.boothId)

  const halls = hallsOf(plan).map((hall) => {
    const here = all.filter(({ hallId }) => hallId === hall.id)
    return { ...hall, booths: here.length, found: here.filter(({ row }) => row.found).length }
  })
  const filtered = query.search !== '' || query.sectorId !== null || query.status !== null
  const shown = wanted?.hallId ?? halls.find(({ id }) => id === query.hallId)?.id ?? hallToShow(halls, filtered)
  const hall = shown === undefined ? null : hallDrawing(plan, shown)
  if (!hall) return null

  const rows = all.filter(({ hallId }) => hallId === hall.id).map(({ row }) => row)
  const used = new Set(all.map(({ row }) => row.sectorId))
  return {
    hall,
    halls,
    groups: groupsOf(rows, names),
    sectors: [...names.values()].filter(({ id }) => used.has(id)).sort(byName(format)),
    selected: wanted?.row ?? null,
    gone: query.boothId !== null && wanted === undefined,
    filtered,
    elsewhere: Object.fromEntries(
      halls
        .filter(({ id }) => id !== hall.id)
        .map(({ id }) => [
          id,
          all
            .filter(({ hallId }) => hallId === id)
            .map(({ row }) => [row.words, row.sectorId ?? NO_SECTOR, row.status] as const),
        ]),
    ) as PlanPage['elsewhere'],
  }

  function groupsOf(rows: PlanRow[], known: ReadonlyMap<string, SectorName>): PlanGroup[] {
    const sectors = [...new Set(rows.map((row) => row.sectorId))].map((id) =>
      id === null ? null : (known.get(id) ?? null),
    )
    const ordered = sectors.filter((sector) => sector !== null).sort(byName(format))
    const groups: PlanGroup[] = ordered.map((sector) => ({
      sector,
      rows: rows.filter((row) => row.sectorId === sector.id),
    }))
    const rest = rows.filter((row) => row.sectorId === null || !known.has(row.sectorId))
    return rest.length > 0 ? [...groups, { sector: null, rows: rest }] : groups
  }
}

/** Every hall that has booths, one after the other. */
export const planSheets = (published: PublishedFair, format: Format): PlanPage[] =>
  hallsOf(published.release.plan)
    .map(({ id }) => planPage(published, { ...EVERYTHING, hallId: id }, format))
    .filter((page) => page !== null && page.hall.booths.length > 0) as PlanPage[]

const EVERYTHING: PlanQuery = {
  search: '',
  sectorId: null,
  status: null,
  hallId: null,
  boothId: null,
  stageId: null,
  view: 'map',
}

/** The first hall with booths; after a search the one where most was found. */
function hallToShow(halls: readonly HallTab[], filtered: boolean): string | undefined {
  if (!filtered) return (halls.find(({ booths }) => booths > 0) ?? halls[0])?.id
  return halls.reduce<HallTab | undefined>((best, hall) => (best && best.found >= hall.found ? best : hall), undefined)
    ?.id
}

export const sectorName = (
  { id, name, code, tint }: { id: string; name: LocalText; code: string; tint: number },
  format: Format,
): SectorName => ({ id, name: format.text(name), code, tint })

export const byName = (format: Format) => {
  const collator = new Intl.Collator(format.language, { numeric: true })
  return (a: { name: string }, b: { name: string }) => collator.compare(a.name, b.name)
}

export function planRow(
  booth: ReleasedBoothStatus,
  sectors: ReadonlyMap<string, SectorName>,
  query: Pick<PlanQuery, 'search' | 'sectorId' | 'status'>,
): PlanRow {
  const sector = booth.sectorId === null ? undefined : sectors.get(booth.sectorId)
  const texts = [booth.number, booth.exhibitorName ?? '', sector?.name ?? '', sector?.code ?? '']
  const found =
    matchesSearch(texts, query.search) &&
    (query.sectorId === null || query.sectorId === (booth.sectorId ?? NO_SECTOR)) &&
    (query.status === null || query.status === booth.status)
  const { id, number, sectorId, status, exhibitorId, exhibitorName, version, ...facts } = booth
  const { widthMm, depthMm, areaM2, kind, openSides } = facts
  const words = texts.filter(Boolean).map(foldForSearch).join('\n')
  return {
    id,
    number,
    sectorId,
    status,
    exhibitorId,
    exhibitorName,
    version,
    widthMm,
    depthMm,
    areaM2,
    kind,
    openSides,
    words,
    found,
  }
}
