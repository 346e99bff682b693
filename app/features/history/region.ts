import type { Box, Point } from '#shared/geometry/types'
import { formatMetres, parseSignedMetres } from '~/features/plan/parts/measures'

export const REGION_FIELDS = ['x', 'y', 'w', 'd'] as const
export type RegionField = (typeof REGION_FIELDS)[number]

/** What stands in the four fields: metres, as they are typed. */
export type TypedRegion = Readonly<Record<RegionField, string>>

/** A rectangle drawn by hand keeps to tenths of a metre: nobody aims better on a screen. */
const STEP_MM = 100

export function typedRegion({ minX, minY, maxX, maxY }: Box, language: string): TypedRegion {
  const text = (mm: number) => formatMetres(mm, language)
  return { x: text(minX), y: text(minY), w: text(maxX - minX), d: text(maxY - minY) }
}

/** The rectangle in hall millimetres; null while the fields say none. */
export function boxOfTyped(typed: TypedRegion): Box | null {
  const [x, y, width, depth] = REGION_FIELDS.map((field) => parseSignedMetres(typed[field]))
  if (x == null || y == null || width == null || depth == null || width <= 0 || depth <= 0) return null
  return { minX: x, minY: y, maxX: x + width, maxY: y + depth }
}

/** `[x, y, width, depth]` */
export type Rect = readonly [x: number, y: number, width: number, depth: number]

export const boxOfRect = ([x, y, width, depth]: Rect): Box => ({ minX: x, minY: y, maxX: x + width, maxY: y + depth })
export const rectOfBox = ({ minX, minY, maxX, maxY }: Box): Rect => [minX, minY, maxX - minX, maxY - minY]

/** The rectangle between two corners, in steps, kept inside what is shown. */
export function boxBetween(a: Point, b: Point, within: Box): Box {
  const along = (value: number, least: number, most: number) =>
    Math.round(Math.min(most, Math.max(least, value)) / STEP_MM) * STEP_MM
  const xs = [a[0], b[0]].map((x) => along(x, within.minX, within.maxX))
  const ys = [a[1], b[1]].map((y) => along(y, within.minY, within.maxY))
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) }
}

export const isEmptyBox = ({ minX, minY, maxX, maxY }: Box): boolean => maxX - minX < STEP_MM || maxY - minY < STEP_MM
