import { areaOf, emptyPlan, polygonOf, sizeOf, standingBooths } from '#shared/document/plan'
import {
  type Booth,
  decodeRecord,
  PLACED_KINDS,
  type Plan,
  RECORD_KINDS,
  type RecordOf,
} from '#shared/document/records'
import { type PlanJson, planToJson } from '#shared/exchange/planJson'
import { boundsOf } from '#shared/geometry/place'
import type { Point } from '#shared/geometry/types'
import type { BoothId, HallId, SectorId } from '#shared/kernel/ids'
import { squareMetres } from '#shared/kernel/units'
import { allOpenSides, type BoothKind } from './queries/openSides'

/** What a release freezes, as stored. The programme will stand beside the plan. */
export interface ReleaseContent {
  plan: PlanJson
}

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
}

/**
 * The plan as it can be published: without removed booths, without what lies in a hall that is no more,
 * and with no booth in a sector that is no more.
 */
export function freezePlan(plan: Plan): ReleaseContent {
  const frozen = emptyPlan()
  for (const kind of RECORD_KINDS) {
    const records = frozen[kind] as Map<string, RecordOf[typeof kind]>
    for (const [id, record] of plan[kind]) records.set(id, record)
  }
  for (const kind of PLACED_KINDS) {
    const records = frozen[kind] as Map<string, RecordOf[typeof kind]>
    for (const [id, record] of records) if (!plan.halls.has(record.hallId)) records.delete(id)
  }
  const booths = frozen.booths as Map<string, Booth>
  for (const [id, booth] of booths) {
    if (booth.sectorId !== null && !plan.sectors.has(booth.sectorId)) booths.set(id, { ...booth, sectorId: null })
  }
  return { plan: planToJson(frozen) }
}

/** Reads a stored release. Whatever a later version can no longer read is left out: the rest stays visible. */
export function readReleaseContent(content: ReleaseContent): Plan {
  const plan = emptyPlan()
  for (const kind of RECORD_KINDS) {
    for (const [id, fields] of Object.entries(content.plan[kind] ?? {})) {
      const decoded = decodeRecord(kind, id, fields)
      if (decoded.ok) (plan[kind] as Map<string, RecordOf[typeof kind]>).set(id, decoded.record)
    }
  }
  return plan
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
