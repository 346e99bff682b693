import type { Point } from './types'

/** Rounded, and never minus zero: that would be another value to whoever compares. */
export const whole = (value: number): number => Math.round(value) + 0

export const distance = ([x1, y1]: Point, [x2, y2]: Point): number => Math.hypot(x2 - x1, y2 - y1)

/** Twice the signed area of the triangle a, b, c: positive when c lies to the right of a -> b on the plan (y down). */
export const cross = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

export const midpoint = ([x1, y1]: Point, [x2, y2]: Point): Point => [(x1 + x2) / 2, (y1 + y2) / 2]

export const lerp = ([x1, y1]: Point, [x2, y2]: Point, t: number): Point => [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t]

/** Direction of a -> b in 1/100 degree clockwise from east, 0 up to but not including 36,000; not rounded. */
export function directionOf([x1, y1]: Point, [x2, y2]: Point): number {
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 18_000) / Math.PI
  return angle < 0 ? angle + 36_000 : angle
}

/** The point of the segment a-b nearest to p, and where it lies: t from 0 (a) to 1 (b). */
export function nearestOnSegment(p: Point, a: Point, b: Point): { point: Point; t: number } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2
  const t = Math.min(1, Math.max(0, along))
  return { point: lerp(a, b, t), t }
}
