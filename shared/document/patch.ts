import type { RecordKind } from './records'

/** What a record's fields may hold in the document: plain JSON, arrays as one register. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type StoredFields = Readonly<Record<string, Json>>

/**
 * One edit, as data: what a gesture does to the document, worked out before anything is touched.
 * `put` writes a whole record, `set` only the named fields (undefined takes a field away), `delete` takes the record out.
 * Booths are never deleted by organisers' tools: they are `set` to `removed: true`.
 */
export type Change =
  | { readonly op: 'put'; readonly kind: RecordKind; readonly id: string; readonly fields: StoredFields }
  | {
      readonly op: 'set'
      readonly kind: RecordKind
      readonly id: string
      readonly fields: Readonly<Record<string, Json | undefined>>
    }
  | { readonly op: 'delete'; readonly kind: RecordKind; readonly id: string }

export type Patch = readonly Change[]

/** Largest update that the server takes in one frame, in bytes; a patch near it is refused before it is made. */
export const MAX_UPDATE_BYTES = 1_000_000

/** A generous estimate (JSON length) of what a patch will weigh on the wire. */
export const patchWeight = (patch: Patch): number => JSON.stringify(patch).length
