import type { StoredFields } from '#shared/document/patch'
import type { RecordKey } from '#shared/document/records'
import type { Part } from './units'

/** A window, by its client of the document, and the account behind it where that is known. */
export interface Writer {
  client: number
  accountId: string | null
}

interface Disputed extends RecordKey {
  /** `kind/id/unit`, or `kind/id` for a removal: one of its name at a time. */
  key: string
  /** The record as whoever kept it had it: what it is called, and what is put back. */
  record: StoredFields
  /** Who changed it last on the other side; null: not known. */
  by: Writer | null
}

/** Both sides changed the same field, and not to the same. */
export interface FieldDispute extends Disputed {
  type: 'field'
  /** See units.ts. */
  unit: string
  mine: Part
  theirs: Part
}

/** One side took the record away, the other one worked on it. */
export interface RemovalDispute extends Disputed {
  type: 'removal'
  removedBy: 'mine' | 'theirs'
  /** Units that the other side changed. */
  edited: readonly string[]
  /** Their values. */
  edits: Part
  /** Records of the other side that hang on this one. */
  uses: readonly RecordKey[]
  /** What the record itself stands on, where that is gone too: put back with it. */
  ground: readonly Ground[]
}

export interface Ground extends RecordKey {
  fields: StoredFields
}

export type Dispute = FieldDispute | RemovalDispute

export type Side = 'mine' | 'theirs'
