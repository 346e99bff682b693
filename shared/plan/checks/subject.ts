import type { Hall } from '#shared/document/records'
import { intersectionArea } from '#shared/geometry/intersection'
import { boundsOf, polygonArea } from '#shared/geometry/place'
import type { Box, Polygon } from '#shared/geometry/types'
import { whole } from '#shared/geometry/vectors'
import { itemKey, type PlacedRecord } from '../itemKey'
import { ringOf } from '../shapes'
import type { HallFloor, Subject } from './types'

const boxArea = (box: Box): number => (box.maxX - box.minX) * (box.maxY - box.minY)
const isSquare = (ring: Polygon, box: Box): boolean => ring.length === 4 && polygonArea(ring) === boxArea(box)

export function subjectOf(kind: Subject['kind'], record: PlacedRecord): Subject {
  const ring = ringOf(record)
  const box = boundsOf(ring)
  return { key: itemKey(kind, record.id), kind, record, ring, box, square: isSquare(ring, box) }
}

export function floorOf(hall: Hall): HallFloor {
  const box = boundsOf(hall.outline)
  return { id: hall.id, ring: hall.outline, box, square: isSquare(hall.outline, box) }
}

/** mm² that two shapes share. */
export function sharedArea(a: { ring: Polygon; box: Box; square: boolean }, b: typeof a): number {
  const width = Math.min(a.box.maxX, b.box.maxX) - Math.max(a.box.minX, b.box.minX)
  const depth = Math.min(a.box.maxY, b.box.maxY) - Math.max(a.box.minY, b.box.minY)
  if (width <= 0 || depth <= 0) return 0
  return a.square && b.square ? width * depth : intersectionArea(a.ring, b.ring)
}

/** Middle of what two boxes share. */
export const between = (a: Box, b: Box): [number, number] => [
  (Math.max(a.minX, b.minX) + Math.min(a.maxX, b.maxX)) / 2,
  (Math.max(a.minY, b.minY) + Math.min(a.maxY, b.maxY)) / 2,
]

/** Whole millimetres for places that people jump to. */
export const rounded = ([x, y]: readonly [number, number]): [number, number] => [whole(x), whole(y)]
