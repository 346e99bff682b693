import { boxAround, boxesMeet } from './boxes'
import { boundsOf, polygonArea } from './place'
import { clockwise, edgesOf, isConvex, pointInPolygon } from './polygons'
import type { Point, Polygon } from './types'
import { cross } from './vectors'

/** What of `subject` lies in the convex ring `clip` (clockwise), after Sutherland and Hodgman (1974). */
export function clipToConvex(subject: Polygon, clip: Polygon): Polygon {
  let kept = subject
  for (const [a, b] of edgesOf(clip)) {
    if (kept.length === 0) return kept
    kept = clipToHalfPlane(kept, a, b)
  }
  return kept
}

function clipToHalfPlane(ring: Polygon, a: Point, b: Point): Polygon {
  const kept: Point[] = []
  for (let i = 0; i < ring.length; i++) {
    const [from, to] = [ring[i], ring[(i + 1) % ring.length]] as [Point, Point]
    const [here, there] = [cross(a, b, from), cross(a, b, to)]
    if (here >= 0) kept.push(from)
    if (here > 0 !== there > 0 && here !== 0 && there !== 0) {
      const t = here / (here - there)
      kept.push([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t])
    }
  }
  return kept
}

/**
 * Area (mm²) that two simple polygons share, concave ones included. Concave rings are taken apart into signed triangles
 * from one corner: each convex piece is clipped exactly and the signs make the overlapping pieces cancel, so that no
 * degenerate case (touching sides, shared corners) needs care.
 */
export function intersectionArea(a: Polygon, b: Polygon): number {
  if (a.length < 3 || b.length < 3 || !boxesMeet(boundsOf(a), boundsOf(b))) return 0
  let area = 0
  const piecesOfB = convexPieces(b)
  for (const first of convexPieces(a)) {
    for (const second of piecesOfB) {
      area += first.sign * second.sign * polygonArea(clipToConvex(first.ring, second.ring))
    }
  }
  return Math.max(0, area)
}

interface SignedPiece {
  ring: Polygon
  sign: 1 | -1
}

function convexPieces(ring: Polygon): SignedPiece[] {
  const right = clockwise(ring)
  if (isConvex(right)) return [{ ring: right, sign: 1 }]
  const pieces: SignedPiece[] = []
  const [apex] = right
  if (!apex) return pieces
  for (const [p, q] of edgesOf(right)) {
    const turn = cross(apex, p, q)
    if (turn > 0) pieces.push({ ring: [apex, p, q], sign: 1 })
    else if (turn < 0) pieces.push({ ring: [apex, q, p], sign: -1 })
  }
  return pieces
}

/** Area (mm²) of `inner` that lies outside of `outer`. */
export function areaOutside(inner: Polygon, outer: Polygon): number {
  if (liesWithin(inner, outer)) return 0
  return Math.max(0, polygonArea(inner) - intersectionArea(inner, outer))
}

/** The usual case, and cheap: no side of the outer ring comes near, and one corner is inside. */
function liesWithin(inner: Polygon, outer: Polygon): boolean {
  const box = boundsOf(inner)
  for (let i = 0; i < outer.length; i++) {
    const [a, b] = [outer[i], outer[(i + 1) % outer.length]] as [Point, Point]
    if (boxesMeet(boxAround(a, b), box)) return false
  }
  const [corner] = inner
  return corner !== undefined && pointInPolygon(corner, outer)
}
