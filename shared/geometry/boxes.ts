import type { Box, Point, Polygon } from './types'

export const boxAround = ([x1, y1]: Point, [x2, y2]: Point): Box => ({
  minX: Math.min(x1, x2),
  minY: Math.min(y1, y2),
  maxX: Math.max(x1, x2),
  maxY: Math.max(y1, y2),
})

export const growBox = (box: Box, by: number): Box => ({
  minX: box.minX - by,
  minY: box.minY - by,
  maxX: box.maxX + by,
  maxY: box.maxY + by,
})

export const shiftBox = (box: Box, dx: number, dy: number): Box => ({
  minX: box.minX + dx,
  minY: box.minY + dy,
  maxX: box.maxX + dx,
  maxY: box.maxY + dy,
})

export const unionBox = (a: Box, b: Box): Box => ({
  minX: Math.min(a.minX, b.minX),
  minY: Math.min(a.minY, b.minY),
  maxX: Math.max(a.maxX, b.maxX),
  maxY: Math.max(a.maxY, b.maxY),
})

/** The box around all of them; null for none. */
export function unionOf(boxes: Iterable<Box>): Box | null {
  let union: Box | null = null
  for (const box of boxes) union = union ? unionBox(union, box) : { ...box }
  return union
}

/** Touching counts. */
export const boxesMeet = (a: Box, b: Box): boolean =>
  a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY

export const boxHolds = (outer: Box, inner: Box): boolean =>
  outer.minX <= inner.minX && outer.minY <= inner.minY && outer.maxX >= inner.maxX && outer.maxY >= inner.maxY

export const boxCentre = (box: Box): Point => [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]

export const boxRing = ({ minX, minY, maxX, maxY }: Box): Polygon => [
  [minX, minY],
  [maxX, minY],
  [maxX, maxY],
  [minX, maxY],
]
