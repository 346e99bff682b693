import type { BoothStatus } from '#shared/claims/status'
import { areaOf, sizeOf } from '#shared/document/plan'
import { PLACED_KINDS, type PlacedKind, type Plan } from '#shared/document/records'
import { type ItemKey, itemKey, type PlacedRecord, standing } from '#shared/plan/itemKey'
import { compareNumbers } from '#shared/plan/queries/boothNumbers'
import { boxOf } from '#shared/plan/shapes'

export const COLUMNS = ['name', 'sector', 'x', 'y', 'width', 'depth', 'rotation', 'area', 'status'] as const
export type Column = (typeof COLUMNS)[number]

export interface Sorting {
  column: Column
  descending: boolean
}

/** One thing as the table shows and sorts it; lengths in mm. */
export interface Row {
  key: ItemKey
  kind: PlacedKind
  record: PlacedRecord
  name: string
  sectorName: string
  x: number
  y: number
  width: number
  depth: number
  rotation: number
  area: number
  status: BoothStatus
}

export interface RowSources {
  hallId: string | null
  /** Booths, or everything else. */
  what: 'booths' | 'others'
  nameOf: (key: ItemKey) => string
  sectorName: (id: string | null) => string
  statusOf: (boothId: string) => BoothStatus
}

export function rowsOf(plan: Plan, { hallId, what, nameOf, sectorName, statusOf }: RowSources): Row[] {
  const kinds = PLACED_KINDS.filter((kind) => (kind === 'booths') === (what === 'booths'))
  return kinds.flatMap((kind) =>
    [...plan[kind].values()].flatMap((stored): Row[] => {
      const record: PlacedRecord | undefined = standing<PlacedRecord>(stored)
      if (!record || record.hallId !== hallId) return []
      const key = itemKey(kind, record.id)
      const { widthMm, depthMm } = sizeOf(record)
      const box = record.place ? null : boxOf(record)
      return [
        {
          key,
          kind,
          record,
          name: nameOf(key),
          sectorName: 'number' in record ? sectorName(record.sectorId) : '',
          x: record.place?.[0] ?? box?.minX ?? 0,
          y: record.place?.[1] ?? box?.minY ?? 0,
          width: widthMm,
          depth: depthMm,
          rotation: record.place?.[4] ?? 0,
          area: areaOf(record),
          status: kind === 'booths' ? statusOf(record.id) : 'available',
        },
      ]
    }),
  )
}

const FIELD = {
  name: 'name',
  sector: 'sectorName',
  x: 'x',
  y: 'y',
  width: 'width',
  depth: 'depth',
  rotation: 'rotation',
  area: 'area',
  status: 'status',
} as const satisfies Record<Column, keyof Row>

/** Filtered by words and sector, sorted as people do: A2 before A10; equal ones by their names. */
export function shownRows(
  rows: readonly Row[],
  filter: { text: string; sectorId: string | null },
  sorting: Sorting,
): Row[] {
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const field = FIELD[sorting.column]
  const direction = sorting.descending ? -1 : 1
  return rows
    .filter(({ name, sectorName, record }) => {
      if (filter.sectorId !== null && !('sectorId' in record && (record.sectorId ?? '') === filter.sectorId))
        return false
      const text = `${name} ${sectorName}`.toLocaleLowerCase()
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => {
      const [left, right] = [a[field], b[field]]
      const order =
        typeof left === 'number' && typeof right === 'number'
          ? left - right
          : compareNumbers(String(left), String(right))
      return order * direction || compareNumbers(a.name, b.name) || (a.key < b.key ? -1 : 1)
    })
}
