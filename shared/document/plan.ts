import { boundsOf, placeCorners, polygonArea } from '#shared/geometry/place'
import type { Polygon } from '#shared/geometry/types'
import { type Booth, type Plan, RECORD_KINDS, type RecordKind, type RecordOf, type Shaped } from './records'

export const emptyPlan = (): Plan =>
  Object.fromEntries(RECORD_KINDS.map((kind) => [kind, new Map()])) as unknown as Plan

/** The ring of a shape in hall coordinates; for rotated places not rounded. */
export function polygonOf(shape: Shaped): Polygon {
  if (shape.outline) return shape.outline
  return shape.place ? placeCorners(shape.place) : []
}

/** Square millimetres. */
export function areaOf(shape: Shaped): number {
  if (shape.place) return shape.place[2] * shape.place[3]
  return shape.outline ? polygonArea(shape.outline) : 0
}

/** Width and depth in mm: of the unrotated rectangle, or of the box around an outline. */
export function sizeOf(shape: Shaped): { widthMm: number; depthMm: number } {
  if (shape.place) return { widthMm: shape.place[2], depthMm: shape.place[3] }
  const box = boundsOf(shape.outline ?? [])
  return { widthMm: box.maxX - box.minX, depthMm: box.maxY - box.minY }
}

export const standingBooths = (plan: Plan): Booth[] => [...plan.booths.values()].filter((booth) => !booth.removed)

/** A plan with one record replaced or (when `record` is null) gone. */
export function withRecord<K extends RecordKind>(plan: Plan, kind: K, id: string, record: RecordOf[K] | null): Plan {
  const records = new Map<string, RecordOf[K]>(plan[kind] as unknown as ReadonlyMap<string, RecordOf[K]>)
  if (record) records.set(id, record)
  else records.delete(id)
  return { ...plan, [kind]: records }
}
