import { areaOf, polygonOf, sizeOf, standingBooths } from '#shared/document/plan'
import type { Booth, Plan } from '#shared/document/records'
import { boundsOf } from '#shared/geometry/place'
import type { Point } from '#shared/geometry/types'
import type { BoothId, HallId, SectorId } from '#shared/kernel/ids'
import { squareMetres } from '#shared/kernel/units'
import type { ReleasedProgramme } from '#shared/programme/release'
import { allOpenSides, type BoothKind } from './queries/openSides'

/** A booth of a release with what follows from its place. */
export interface ReleasedBooth {
  id: BoothId
  number: string
  hallId: HallId
  sectorId: SectorId | null
  widthMm: number
  depthMm: number
  areaMm2: number
  areaM2: number
  /** Middle of its box, in hall millimetres. */
  centre: Point
  /** Sides on an aisle, 0 to 4. */
  openSides: number
  kind: BoothKind
}

export interface ReleasedPlan {
  number: number
  note: string
  publishedAt: Date
  plan: Plan
  booths: ReadonlyMap<BoothId, ReleasedBooth>
  programme: ReleasedProgramme
}

/** Booths with area, kind and open sides worked out, in the order of the plan. */
export function releasedBooths(plan: Plan): ReadonlyMap<BoothId, ReleasedBooth> {
  const openness = allOpenSides(plan)
  return new Map(
    standingBooths(plan).map((booth) => {
      const { openSides = 0, kind = 'closed' } = openness.get(booth.id) ?? {}
      return [booth.id, { ...factsOf(booth), openSides, kind }]
    }),
  )
}

function factsOf(booth: Booth) {
  const box = boundsOf(polygonOf(booth))
  const areaMm2 = areaOf(booth)
  return {
    id: booth.id,
    number: booth.number,
    hallId: booth.hallId,
    sectorId: booth.sectorId,
    ...sizeOf(booth),
    areaMm2,
    areaM2: squareMetres(areaMm2),
    centre: [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2] as const,
  }
}
