import { boundsOf } from './place'
import type { Point, Polygon } from './types'
import { cross, midpoint, nearestOnSegment } from './vectors'

/** The sides of a ring, the last one back to the first corner. */
export function* edgesOf(ring: Polygon): Generator<readonly [Point, Point]> {
  for (let i = 0; i < ring.length; i++) yield [ring[i] as Point, ring[(i + 1) % ring.length] as Point]
}

/** Positive for rings that run clockwise on the plan (y down). */
export function signedArea(ring: Polygon): number {
  const origin = ring[0]
  if (!origin) return 0
  let twice = 0
  for (const [a, b] of edgesOf(ring)) twice += cross(origin, a, b)
  return twice / 2
}

/** The same ring running clockwise on the plan. */
export const clockwise = (ring: Polygon): Polygon => (signedArea(ring) < 0 ? [...ring].reverse() : ring)

/** Even-odd rule; points exactly on a side may fall either way. */
export function pointInPolygon([x, y]: Point, ring: Polygon): boolean {
  let inside = false
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i] as Point
    const [x2, y2] = ring[(i + 1) % ring.length] as Point
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside
  }
  return inside
}

/** False for rings that turn both ways, run back on themselves or go round more than once. */
export function isConvex(ring: Polygon): boolean {
  let turning = 0
  let [flips, lastX, firstX] = [0, 0, 0]
  for (let i = 0; i < ring.length; i++) {
    const [a, b, c] = [ring[i], ring[(i + 1) % ring.length], ring[(i + 2) % ring.length]] as [Point, Point, Point]
    const turn = Math.sign(cross(a, b, c))
    if (turn === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0) return false
    if (turn !== 0 && turning !== 0 && turn !== turning) return false
    if (turn !== 0) turning = turn
    const direction = Math.sign(b[0] - a[0])
    if (direction === 0) continue
    if (lastX !== 0 && direction !== lastX) flips++
    if (firstX === 0) firstX = direction
    lastX = direction
  }
  if (lastX !== firstX) flips++
  return turning !== 0 && flips <= 2
}

/** The point of the ring's boundary nearest to p, with the side it lies on. */
export function nearestOnRing(
  p: Point,
  ring: Polygon,
): { point: Point; edge: readonly [Point, Point]; distance: number } | null {
  let best: { point: Point; edge: readonly [Point, Point]; distance: number } | null = null
  for (const edge of edgesOf(ring)) {
    const { point } = nearestOnSegment(p, edge[0], edge[1])
    const away = Math.hypot(point[0] - p[0], point[1] - p[1])
    if (!best || away < best.distance) best = { point, edge, distance: away }
  }
  return best
}

/**
 * A point well inside, for labels: the middle of the widest stretch that a horizontal line through the ring cuts out.
 * For convex shapes near the centre; never outside, as a centre of gravity may be.
 */
export function labelPoint(ring: Polygon): Point {
  const box = boundsOf(ring)
  let best: { at: Point; width: number } | null = null
  for (const share of [0.5, 0.35, 0.65, 0.2, 0.8]) {
    const y = box.minY + (box.maxY - box.minY) * share
    const cuts = cutsAt(ring, y)
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const [from, to] = [cuts[i] as number, cuts[i + 1] as number]
      if (!best || to - from > best.width * 1.2) best = { at: midpoint([from, y], [to, y]), width: to - from }
    }
  }
  return best?.at ?? [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]
}

function cutsAt(ring: Polygon, y: number): number[] {
  const cuts: number[] = []
  for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) {
    if (y1 > y !== y2 > y) cuts.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
  }
  return cuts.sort((a, b) => a - b)
}
