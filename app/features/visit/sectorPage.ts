import type { PublishedFair } from '#server/services/visit/visitFair'
import type { Format } from '~/lib/format'
import { compareNumbers } from '~/lib/planView/hallDrawing'
import { type ExhibitorCard, exhibitorCards } from './exhibitorsPage'
import { type MiniMapHall, miniMaps } from './miniMaps'
import { type PlanRow, planRow, type SectorName, sectorName } from './planPage'

export interface SectorPage {
  sector: SectorName
  exhibitors: ExhibitorCard[]
  booths: PlanRow[]
  free: number
  maps: MiniMapHall[]
}

/** A sector of the release; null when there is none of that id. */
export function sectorPage(published: PublishedFair, sectorId: string, format: Format): SectorPage | null {
  const found = published.release.plan.sectors.get(sectorId)
  if (!found) return null
  const sector = sectorName(found, format)
  const names = new Map([[sector.id, sector]])
  const booths = published.booths
    .filter((booth) => booth.sectorId === sectorId)
    .map((booth) => planRow(booth, names, { search: '', sectorId: null, status: null }))
    .sort((a, b) => compareNumbers(a.number, b.number))
  return {
    sector,
    exhibitors: exhibitorCards(published, format).filter(({ sectors }) => sectors.some(({ id }) => id === sectorId)),
    booths,
    free: booths.filter(({ status }) => status === 'available').length,
    maps: miniMaps(
      published,
      booths.map(({ id }) => id),
    ),
  }
}
