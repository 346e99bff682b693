import type { Json, StoredFields } from '#shared/document/patch'
import type { RecordKey } from '#shared/document/records'
import { canonicalJson } from '#shared/kernel/canonicalJson'

/** What this window did to one record since the server last said that everything is on disk. */
export interface OwnRecord extends RecordKey {
  /** Before it: each field as it was when it was first touched; null: there was no such record. */
  base: StoredFields | null
  /** After it; null: the record was deleted. */
  mine: StoredFields | null
  /** Fields that were written. */
  touched: readonly string[]
}

export interface OwnEdit extends RecordKey {
  before: StoredFields | null
  after: StoredFields | null
}

const same = (a: Json | undefined, b: Json | undefined) =>
  canonicalJson({ a: a ?? null }) === canonicalJson({ a: b ?? null })

/** One more edit of the record, after those known. */
export function withOwnEdit(known: OwnRecord | undefined, { kind, id, before, after }: OwnEdit): OwnRecord {
  const written = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (field) => !same(before?.[field], after?.[field]),
  )
  if (!known) return { kind, id, base: before, mine: after, touched: written }
  const fresh = written.filter((field) => !known.touched.includes(field))
  return {
    kind,
    id,
    base: known.base === null ? null : rebased(known.base, before, fresh),
    mine: after,
    touched: [...known.touched, ...fresh],
  }
}

/** Fields that others changed before they were touched here count from what the others made of them. */
function rebased(base: StoredFields, before: StoredFields | null, fresh: readonly string[]): StoredFields {
  const next: Record<string, Json> = { ...base }
  for (const field of fresh) {
    const value = before?.[field]
    if (value === undefined) delete next[field]
    else next[field] = value
  }
  return next
}

/** Both: `later` came from a window that opened after `earlier` was made. */
export const joinedOwn = (earlier: OwnRecord, later: OwnRecord): OwnRecord => ({
  ...later,
  base: earlier.base,
  touched: [...new Set([...earlier.touched, ...later.touched])],
})
