import { boundsOf, centreOf, placeCorners } from '#shared/geometry/place'
import { pointInPolygon } from '#shared/geometry/polygons'
import type { Place, Point, Polygon } from '#shared/geometry/types'

export interface Door {
  at: Point
  /** Unit vector out of the hall. */
  out: Point
  /** Width of the opening, mm. */
  width: number
}

const STEP_MM = 1500
const SIDES: readonly Point[] = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
]

/** Which way a door leads: the side on which a step away from it stands outside. Long doors lead across their length. */
export function doorOf(place: Place, outline: Polygon): Door {
  const at = centreOf(place)
  const box = boundsOf(placeCorners(place))
  const [acrossX, acrossY] = [box.maxX - box.minX, box.maxY - box.minY]
  const step = STEP_MM + Math.min(acrossX, acrossY) / 2
  const leads = ([x, y]: Point) =>
    (pointInPolygon([at[0] + x * step, at[1] + y * step], outline) ? 0 : 2) + (acrossX >= acrossY === (x === 0) ? 1 : 0)
  const out = SIDES.reduce((best, side) => (leads(side) > leads(best) ? side : best))
  return { at, out, width: Math.max(acrossX, acrossY) }
}
