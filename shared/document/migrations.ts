import type { Patch, StoredFields } from './patch'
import type { RecordKind } from './records'

export type StoredRecords = Readonly<Record<RecordKind, ReadonlyMap<string, StoredFields>>>

/** The edit that brings a document from one layout to the next, worked out from its records as they are stored. */
export type DocumentMigration = (records: StoredRecords) => Patch

/**
 * The first leads from layout 1 to layout 2, and so on; `SCHEMA_VERSION` of records.ts is one more than there are. They are never
 * changed once released: whoever comes back after a year has the old layout, and the log keeps every one.
 */
export const DOCUMENT_MIGRATIONS: readonly DocumentMigration[] = []
