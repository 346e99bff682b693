import { polygonOf } from '#shared/document/plan'
import type { PlacedKind, RecordOf } from '#shared/document/records'
import { boundsOf, rotateAround } from '#shared/geometry/place'
import type { Box, Place, Point, Polygon } from '#shared/geometry/types'
import { whole } from '#shared/geometry/vectors'
import { normaliseAngle } from '#shared/kernel/units'
import type { PlacedRecord } from './itemKey'

/** How round columns are drawn and measured: enough corners that no one sees them. */
const ROUND_CORNERS = 32

/** A ring of as many corners whose area is that of the circle. */
export function circleRing([cx, cy]: Point, diameter: number): Polygon {
  const step = (2 * Math.PI) / ROUND_CORNERS
  const radius = (diameter / 2) * Math.sqrt(step / Math.sin(step))
  return Array.from(
    { length: ROUND_CORNERS },
    (_, i): Point => [cx + radius * Math.cos(i * step), cy + radius * Math.sin(i * step)],
  )
}

/** The floor that a thing takes. */
export function ringOf(record: PlacedRecord): Polygon {
  if ('round' in record && record.round) {
    const [x, y, diameter] = record.place
    return circleRing([x + diameter / 2, y + diameter / 2], diameter)
  }
  return polygonOf(record)
}

export const boxOf = (record: PlacedRecord): Box => boundsOf(ringOf(record))

/** A shape as it is stored: one of the two. */
export type Shape = { place: Place; outline?: undefined } | { outline: readonly Point[]; place?: undefined }

export function shapeOf(record: RecordOf[PlacedKind]): Shape {
  if (record.place) return { place: record.place }
  return { outline: ('outline' in record && record.outline) || [] }
}

/** Rounded once for all corners, so that the shape itself never changes. */
export function moveShape(shape: Shape, dx: number, dy: number): Shape {
  const [sx, sy] = [whole(dx), whole(dy)]
  if (shape.place) {
    const [x, y, width, depth, rotation] = shape.place
    return { place: [x + sx, y + sy, width, depth, rotation] }
  }
  return { outline: shape.outline.map(([x, y]): Point => [x + sx, y + sy]) }
}

/** Turned about a point; places keep their size exactly, the corners of outlines are rounded to whole millimetres. */
export function rotateShape(shape: Shape, pivot: Point, angle: number): Shape {
  if (shape.place) {
    const [x, y, width, depth, rotation] = shape.place
    const [cx, cy] = rotateAround([x + width / 2, y + depth / 2], pivot, angle)
    return {
      place: [whole(cx - width / 2), whole(cy - depth / 2), width, depth, normaliseAngle(rotation + angle)],
    }
  }
  return {
    outline: shape.outline.map((corner): Point => {
      const [x, y] = rotateAround(corner, pivot, angle)
      return [whole(x), whole(y)]
    }),
  }
}

export const boxOfShape = (shape: Shape): Box => boundsOf(polygonOf(shape))
