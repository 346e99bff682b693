import type { BoothStatus } from '#shared/claims/status'
import type { PlacedKind, RecordOf } from '#shared/document/records'
import { boundsOf } from '#shared/geometry/place'
import { labelPoint } from '#shared/geometry/polygons'
import type { Box, Place, Point, Polygon } from '#shared/geometry/types'
import { type Language, localise } from '#shared/kernel/language'
import { type ItemKey, itemKey, type PlacedRecord } from '#shared/plan/itemKey'
import { ringOf, type Shape } from '#shared/plan/shapes'

/** One thing of the plan as the painter needs it: booths are data, not nodes. */
export interface PlanItem {
  key: ItemKey
  kind: PlacedKind
  ring: Polygon
  box: Box
  /** A rectangle along the axes, drawn without a path. */
  square: boolean
  place: Place | null
  /** Middle of the label, and the room it has: mm. */
  label: Point
  room: { width: number; depth: number }
  /** Number or name; empty for things without. */
  text: string
  /** Sector code, below the number. */
  code: string
  /** Place in the palette; null without a sector. */
  tint: number | null
  status: BoothStatus
  problem: 'error' | 'warning' | null
  exit: 'entrance' | 'exit' | 'emergency' | null
}

/** What is read from beside the record. */
export interface ItemSources {
  language: Language
  sector(id: string): RecordOf['sectors'] | undefined
  statusOf(boothId: string): BoothStatus
  problemOf(key: ItemKey): 'error' | 'warning' | null
}

const QUARTER_TURN = 9000

export function planItem(kind: PlacedKind, record: PlacedRecord, sources: ItemSources): PlanItem {
  const key = itemKey(kind, record.id)
  const sector = 'sectorId' in record && record.sectorId !== null ? sources.sector(record.sectorId) : undefined
  const ring = ringOf(record)
  return {
    key,
    kind,
    ...geometryOf(ring, record.place ?? null),
    text: textOf(record, sources.language),
    code: sector?.code ?? '',
    tint: sector?.tint ?? null,
    status: kind === 'booths' ? sources.statusOf(record.id) : 'available',
    problem: sources.problemOf(key),
    exit: kind === 'exits' && 'kind' in record ? record.kind : null,
  }
}

/** The same thing somewhere else, under a drag. */
export function reshaped(item: PlanItem, record: PlacedRecord, shape: Shape): PlanItem {
  const moved = { ...record, place: shape.place, outline: shape.outline } as PlacedRecord
  return { ...item, ...geometryOf(ringOf(moved), shape.place ?? null) }
}

function textOf(record: PlacedRecord, language: Language): string {
  if ('number' in record) return record.number
  return 'name' in record ? localise(record.name, language) : ''
}

/** The largest upright rectangle is not worth its cost: labels get the box of straight things and a square in turned ones. */
export function geometryOf(
  ring: Polygon,
  place: Place | null,
): Pick<PlanItem, 'ring' | 'box' | 'square' | 'place' | 'label' | 'room'> {
  const box = boundsOf(ring)
  const square = place !== null && ring.length === 4 && place[4] % QUARTER_TURN === 0
  const [width, depth] = [box.maxX - box.minX, box.maxY - box.minY]
  const smaller = place ? Math.min(place[2], place[3]) : Math.min(width, depth)
  const label: Point = place ? [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2] : labelPoint(ring)
  const room = square ? { width, depth } : { width: smaller * (place ? 1 : 0.8), depth: smaller * 0.8 }
  return { ring, box, square, place, label, room }
}
