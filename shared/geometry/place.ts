import type { Box, Place, Point, Polygon } from './types'

const RADIANS_PER_CENTIDEGREE = Math.PI / 18_000
const QUARTER_TURN = 9000
/** Sine of 0, 1, 2 and 3 quarter turns, exactly, so that right angles stay right. */
const QUARTER_SINES = [0, 1, 0, -1] as const

export const sine = (angle: number): number =>
  angle % QUARTER_TURN === 0
    ? (QUARTER_SINES[(((angle / QUARTER_TURN) % 4) + 4) % 4] as number)
    : Math.sin(angle * RADIANS_PER_CENTIDEGREE)

export const cosine = (angle: number): number => sine(angle + QUARTER_TURN)

export const centreOf = ([x, y, width, depth]: Place): Point => [x + width / 2, y + depth / 2]

/** Clockwise on the plan (y points down), `angle` in 1/100 degree. */
export function rotateAround([x, y]: Point, [cx, cy]: Point, angle: number): Point {
  if (angle === 0) return [x, y]
  const [sin, cos] = [sine(angle), cosine(angle)]
  return [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos]
}

/** The four corners in order front-left, front-right, back-right, back-left of the unrotated rectangle; not rounded. */
export function placeCorners(place: Place): [Point, Point, Point, Point] {
  const [x, y, width, depth, rotation] = place
  const centre = centreOf(place)
  const turn = (px: number, py: number) => rotateAround([px, py], centre, rotation)
  return [turn(x, y), turn(x + width, y), turn(x + width, y + depth), turn(x, y + depth)]
}

export function boundsOf(points: Polygon): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    minX = Math.min(minX, x)
    minY = Math.min(minY, y)
    maxX = Math.max(maxX, x)
    maxY = Math.max(maxY, y)
  }
  return { minX, minY, maxX, maxY }
}

/** Area in square millimetres, by the shoelace formula; independent of the direction of the ring. */
export function polygonArea(points: Polygon): number {
  let twice = 0
  for (let i = 0; i < points.length; i++) {
    const [x1, y1] = points[i] as Point
    const [x2, y2] = points[(i + 1) % points.length] as Point
    twice += x1 * y2 - x2 * y1
  }
  return Math.abs(twice) / 2
}
