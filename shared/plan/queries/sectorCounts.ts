import { areaOf, standingBooths } from '#shared/document/plan'
import type { Plan } from '#shared/document/records'
import type { HallId, SectorId } from '#shared/kernel/ids'

export interface SectorCount {
  booths: number
  /** Square millimetres. */
  area: number
}

/** Booths and floor of every sector (also of those without), and under null of booths that have none. */
export function sectorCounts(plan: Plan, hallId?: HallId): Map<SectorId | null, SectorCount> {
  const counts = new Map<SectorId | null, SectorCount>([[null, { booths: 0, area: 0 }]])
  for (const sector of plan.sectors.values()) counts.set(sector.id, { booths: 0, area: 0 })
  for (const booth of standingBooths(plan)) {
    if (hallId !== undefined && booth.hallId !== hallId) continue
    const sectorId = booth.sectorId !== null && plan.sectors.has(booth.sectorId) ? booth.sectorId : null
    const count = counts.get(sectorId) as SectorCount
    count.booths++
    count.area += areaOf(booth)
  }
  return counts
}
