import { boxesMeet, growBox } from '#shared/geometry/boxes'
import { boundsOf, centreOf, placeCorners } from '#shared/geometry/place'
import { pointInPolygon } from '#shared/geometry/polygons'
import type { Place, Point, Polygon } from '#shared/geometry/types'
import { midpoint } from '#shared/geometry/vectors'
import { AREA_TOLERANCE_MM2, EXIT_CLEAR_DEPTH_MM } from './limits'
import { between, rounded, sharedArea } from './subject'
import type { PairRule } from './types'

const depthFor = (place: Place): number => Math.max(place[2], EXIT_CLEAR_DEPTH_MM)

/** A wall along the edge of the hall is what the exit is in, not in front of it. */
const OWN_WALL_MM = 300

/**
 * The floor in front of an exit, on the side where the hall is: as wide as the opening and as deep as the rule asks,
 * from the middle of the wall that the opening is in; `skip` leaves out the first millimetres.
 */
export function clearZone(place: Place, hall: Polygon, skip = 0): Polygon {
  const [frontLeft, frontRight, backRight, backLeft] = placeCorners(place)
  const front = zoneBeyond(place, frontRight, frontLeft, skip)
  const back = zoneBeyond(place, backLeft, backRight, skip)
  // An exit in the middle of a hall keeps its back clear.
  const frontIsInside = pointInPolygon(middleOf(front), hall) && !pointInPolygon(middleOf(back), hall)
  return frontIsInside ? front : back
}

const middleOf = (zone: Polygon): Point => midpoint(zone[0] as Point, zone[2] as Point)

function zoneBeyond(place: Place, a: Point, b: Point, skip: number): Polygon {
  const centre = centreOf(place)
  const edge = midpoint(a, b)
  const half = place[3] / 2
  const out: Point = [(edge[0] - centre[0]) / half, (edge[1] - centre[1]) / half]
  const at = ([x, y]: Point, away: number): Point => [x + out[0] * (away - half), y + out[1] * (away - half)]
  const depth = depthFor(place)
  return [at(a, skip), at(b, skip), at(b, depth), at(a, depth)]
}

/** L11, its light version: something stands in the floor in front of an entrance or exit. */
export const exitClear: PairRule = {
  id: 'L11',
  anchor: 'exits',
  check(a, b, hall) {
    const [exit, obstacle] = a.kind === 'exits' ? [a, b] : [b, a]
    if (exit.kind !== 'exits' || !exit.record.place || obstacle.kind === 'exits') return null
    if (!boxesMeet(growBox(exit.box, depthFor(exit.record.place)), obstacle.box)) return null
    const ring = clearZone(exit.record.place, hall.ring, obstacle.kind === 'walls' ? OWN_WALL_MM : 0)
    const box = boundsOf(ring)
    if (!boxesMeet(box, obstacle.box)) return null
    const measured = sharedArea({ ring, box, square: false }, obstacle)
    if (measured <= AREA_TOLERANCE_MM2) return null
    return {
      rule: 'L11',
      severity: 'error',
      ids: [exit.key, obstacle.key].sort(),
      hallId: hall.id,
      at: rounded(between(box, obstacle.box)),
      measured: Math.round(measured),
      limit: AREA_TOLERANCE_MM2,
    }
  },
}
