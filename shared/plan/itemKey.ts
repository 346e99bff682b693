import { PLACED_KINDS, type PlacedKind, type Plan, type RecordOf } from '#shared/document/records'

/** `booths/<id>` and so on: names a thing on the plan in selections, ghosts and problems. */
export type ItemKey = `${PlacedKind}/${string}`
export type PlacedRecord = RecordOf[PlacedKind]

export const itemKey = (kind: PlacedKind, id: string): ItemKey => `${kind}/${id}`

export function splitKey(key: ItemKey): { kind: PlacedKind; id: string } {
  const slash = key.indexOf('/')
  return { kind: key.slice(0, slash) as PlacedKind, id: key.slice(slash + 1) }
}

export const isItemKey = (text: string): text is ItemKey =>
  PLACED_KINDS.some((kind) => text.startsWith(`${kind}/`) && text.length > kind.length + 1)

export const isPlacedKind = (kind: string): kind is PlacedKind => (PLACED_KINDS as readonly string[]).includes(kind)

/** The record, unless it is gone or a booth flagged as removed. */
export function itemOf(plan: Plan, key: ItemKey): PlacedRecord | undefined {
  const { kind, id } = splitKey(key)
  return standing(plan[kind].get(id))
}

export const standing = <T extends PlacedRecord>(record: T | undefined): T | undefined =>
  record && 'removed' in record && record.removed ? undefined : record
