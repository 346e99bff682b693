import type { PublishedFair } from '#server/services/visit/visitFair'
import type { LocalText } from '#shared/kernel/language'
import type { Format } from '~/lib/format'
import { boothsAround } from '~/lib/planView/around'
import { type MiniMapHall, miniMaps } from './miniMaps'
import { type PlanRow, planRow, type SectorName, sectorName } from './planPage'

export interface BoothPage {
  booth: PlanRow
  sector: SectorName | null
  hallName: LocalText
  map: MiniMapHall
  neighbours: PlanRow[]
}

/** A booth of the release; null when there is none of that id. */
export function boothPage(published: PublishedFair, boothId: string, format: Format): BoothPage | null {
  const { release, booths } = published
  const names = new Map(
    [...release.plan.sectors.values()].map((sector) => [sector.id as string, sectorName(sector, format)]),
  )
  const rows = new Map(
    booths.map((booth) => [booth.id as string, planRow(booth, names, { search: '', sectorId: null, status: null })]),
  )
  const booth = rows.get(boothId)
  const [map] = miniMaps(published, [boothId])
  if (!booth || !map) return null
  return {
    booth,
    sector: booth.sectorId === null ? null : (names.get(booth.sectorId) ?? null),
    hallName: map.hall.name,
    map,
    neighbours: boothsAround(map.hall, boothId)
      .map((id) => rows.get(id))
      .filter((row) => row !== undefined),
  }
}
