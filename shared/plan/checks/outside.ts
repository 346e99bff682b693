import { boxCentre, boxHolds } from '#shared/geometry/boxes'
import { areaOutside } from '#shared/geometry/intersection'
import { pointInPolygon } from '#shared/geometry/polygons'
import { AREA_TOLERANCE_MM2 } from './limits'
import { rounded } from './subject'
import type { SingleRule } from './types'

/** L02: a booth, stage or meeting point that is not wholly in its hall. */
export const outside: SingleRule = {
  id: 'L02',
  check({ key, kind, ring, box }, hall) {
    if (kind !== 'booths' && kind !== 'stages' && kind !== 'meetingPoints') return null
    if (hall.square && boxHolds(hall.box, box)) return null
    const measured = areaOutside(ring, hall.ring)
    if (measured <= AREA_TOLERANCE_MM2) return null
    const corner = ring.find((point) => !pointInPolygon(point, hall.ring))
    return {
      rule: 'L02',
      severity: 'error',
      ids: [key],
      hallId: hall.id,
      at: rounded(corner ?? boxCentre(box)),
      measured: Math.round(measured),
      limit: AREA_TOLERANCE_MM2,
    }
  },
}
