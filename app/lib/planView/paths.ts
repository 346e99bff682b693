import type { BoothStatus } from '#shared/claims/status'
import { placeCorners } from '#shared/geometry/place'
import type { Place, Point, Polygon } from '#shared/geometry/types'

const pair = ([x, y]: Point): string => `${Math.round(x)} ${Math.round(y)}`

/** Closed path of a ring, absolute: `M0 0L3000 0L3000 3000Z`. */
export const ringPath = (ring: Polygon): string => `M${ring.map(pair).join('L')}Z`

export const placePath = (place: Place): string => ringPath(placeCorners(place))

/** What `ringPath` wrote, read again: the small script of the page has no other source. */
export function readRingPath(path: string): Polygon {
  const numbers = (path.match(/-?\d+/g) ?? []).map(Number)
  return Array.from({ length: numbers.length >> 1 }, (_, i) => [numbers[2 * i] as number, numbers[2 * i + 1] as number])
}

const MAX_CORNER_MM = 900

/**
 * The mark that says a booth's status beside fill and outline: a folded corner while somebody asks for it (hollow or filled is
 * for the style sheet to say), a cross when it is not given out, none otherwise.
 */
export function markPath(ring: Polygon, status: BoothStatus): string {
  const [a, b] = ring
  const last = ring.at(-1)
  const opposite = ring[Math.floor(ring.length / 2)]
  if (!a || !b || !last || !opposite) return ''
  if (status === 'blocked') return `M${pair(a)}L${pair(opposite)}M${pair(b)}L${pair(last)}`
  if (status !== 'held' && status !== 'claimed') return ''
  const sides = [Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(last[0] - a[0], last[1] - a[1])] as const
  const leg = Math.min(MAX_CORNER_MM, 0.34 * Math.min(...sides))
  const along = (to: Point, side: number): Point => [
    a[0] + ((to[0] - a[0]) * leg) / side,
    a[1] + ((to[1] - a[1]) * leg) / side,
  ]
  return ringPath([a, along(b, sides[0]), along(last, sides[1])])
}
