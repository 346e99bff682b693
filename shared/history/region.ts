import { polygonOf } from '#shared/document/plan'
import type { Shaped } from '#shared/document/records'
import { boxesMeet, boxRing } from '#shared/geometry/boxes'
import { intersectionArea } from '#shared/geometry/intersection'
import { boundsOf } from '#shared/geometry/place'
import type { Box } from '#shared/geometry/types'
import type { HallId } from '#shared/kernel/ids'

export interface Region {
  hallId: HallId
  rect: readonly [x: number, y: number, width: number, depth: number]
}

/** Less than a square millimetre is rounding. */
const SOME_AREA_MM2 = 1

/**
 * Whether any part of the shape lies in the rectangle: what reaches into it is put back as a whole, so that afterwards the
 * rectangle shows what it showed then. A neighbour that only touches its side stays out.
 */
export function regionTest({ hallId, rect: [x, y, width, depth] }: Region) {
  const box: Box = { minX: x, minY: y, maxX: x + width, maxY: y + depth }
  const ring = boxRing(box)
  return (record: Shaped & { hallId: HallId }): boolean => {
    if (record.hallId !== hallId) return false
    const polygon = polygonOf(record)
    return boxesMeet(boundsOf(polygon), box) && intersectionArea(polygon, ring) >= SOME_AREA_MM2
  }
}
