import { edgesOf, pointInPolygon } from './polygons'
import type { Point, Polygon } from './types'
import { cross, distance, nearestOnSegment } from './vectors'

/** Whether two segments touch or cross. */
export function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  const [c1, d1, a1, b1] = [cross(a, b, c), cross(a, b, d), cross(c, d, a), cross(c, d, b)]
  if (((c1 > 0 && d1 < 0) || (c1 < 0 && d1 > 0)) && ((a1 > 0 && b1 < 0) || (a1 < 0 && b1 > 0))) return true
  return (
    (c1 === 0 && onSegment(c, a, b)) ||
    (d1 === 0 && onSegment(d, a, b)) ||
    (a1 === 0 && onSegment(a, c, d)) ||
    (b1 === 0 && onSegment(b, c, d))
  )
}

const onSegment = (p: Point, a: Point, b: Point): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1])

/** Millimetres between a point and a filled polygon; 0 inside. */
export function pointToPolygon(p: Point, ring: Polygon): number {
  if (pointInPolygon(p, ring)) return 0
  let best = Infinity
  for (const [a, b] of edgesOf(ring)) best = Math.min(best, distance(p, nearestOnSegment(p, a, b).point))
  return best
}

export function segmentToSegment(a: Point, b: Point, c: Point, d: Point): number {
  if (segmentsMeet(a, b, c, d)) return 0
  return Math.min(
    distance(a, nearestOnSegment(a, c, d).point),
    distance(b, nearestOnSegment(b, c, d).point),
    distance(c, nearestOnSegment(c, a, b).point),
    distance(d, nearestOnSegment(d, a, b).point),
  )
}

/** Millimetres between two filled polygons; 0 where they touch or overlap. */
export function polygonToPolygon(a: Polygon, b: Polygon): number {
  const [inA, inB] = [a[0], b[0]]
  if (!inA || !inB) return Infinity
  if (pointInPolygon(inA, b) || pointInPolygon(inB, a)) return 0
  let best = Infinity
  for (const [p, q] of edgesOf(a)) {
    for (const [r, s] of edgesOf(b)) best = Math.min(best, segmentToSegment(p, q, r, s))
    if (best === 0) return 0
  }
  return best
}

/** Whether a segment touches a filled polygon. */
export function segmentMeetsPolygon(a: Point, b: Point, ring: Polygon): boolean {
  if (pointInPolygon(a, ring) || pointInPolygon(b, ring)) return true
  for (const [c, d] of edgesOf(ring)) if (segmentsMeet(a, b, c, d)) return true
  return false
}
