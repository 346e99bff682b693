import type { Plan } from '#shared/document/records'
import { areaOutside, intersectionArea } from '#shared/geometry/intersection'
import { boundsOf, placeCorners } from '#shared/geometry/place'
import type { SpatialIndex } from '#shared/geometry/spatialIndex'
import type { Place } from '#shared/geometry/types'
import type { HallId } from '#shared/kernel/ids'
import { AREA_TOLERANCE_MM2 } from '../checks/limits'
import { type ItemKey, itemOf } from '../itemKey'
import { ringOf } from '../shapes'

/** Whether a new booth could stand here: within the hall and on nothing else, to the tolerance of the plan check. */
export function isFree(plan: Plan, hallId: HallId, place: Place, index: SpatialIndex<ItemKey>): boolean {
  const ring = placeCorners(place)
  const hall = plan.halls.get(hallId)
  if (!hall || areaOutside(ring, hall.outline) > AREA_TOLERANCE_MM2) return false
  return index.search(boundsOf(ring)).every((key) => {
    const record = itemOf(plan, key)
    return !record || intersectionArea(ring, ringOf(record)) <= AREA_TOLERANCE_MM2
  })
}
