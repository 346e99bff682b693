import { z } from 'zod'

/**
 * A backup is a gzipped tar, so that it can be read and loaded by hand where this program is not (docs/operations.md):
 *
 *   backup.json                    what it is: a manifest, first
 *   tables/<table>/<number>.copy   rows as PostgreSQL's COPY writes them as text, in pieces that end with a row
 *   sums.json                      rows and check sums of every table, and the sequences; last, so that a file without it is cut off
 */
export const BACKUP_FORMAT = 1
export const MANIFEST_NAME = 'backup.json'
export const SUMS_NAME = 'sums.json'

export const partName = (table: string, nth: number): string => `tables/${table}/${String(nth).padStart(6, '0')}.copy`

const PART_NAME = /^tables\/([^/]+)\/\d+\.copy$/
/** The table whose rows an entry of the tar holds, or null. */
export const tableOfPart = (name: string): string | null => PART_NAME.exec(name)?.[1] ?? null

const name = z.string().min(1).max(63)

/** Of any format, also a later one: enough to say what a file is. */
export const anyManifestSchema = z.object({ product: z.literal('beursvloer'), format: z.number().int().positive() })

export const manifestSchema = z.object({
  product: z.literal('beursvloer'),
  format: z.literal(BACKUP_FORMAT),
  /** Version of the app that wrote it. */
  version: z.string(),
  /** The moment whose data this is, by the database's clock. */
  takenAt: z.iso.datetime(),
  /** Version of PostgreSQL, for whoever reads it by hand. */
  postgres: z.string(),
  /** Names of the migrations that made its tables. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name, columns: z.array(name).min(1) })),
})
export type Manifest = z.infer<typeof manifestSchema>

const tableSumsSchema = z.object({
  rows: z.number().int().nonnegative(),
  /** Of the text of all its pieces, one after the other. */
  bytes: z.number().int().nonnegative(),
  sha256: z.string().length(64),
  /** Sum over the rows' contents whatever their order, made by the database: see fingerprintOf. */
  fingerprint: z.string(),
})
export type TableSums = z.infer<typeof tableSumsSchema>

export const sumsSchema = z.object({
  tables: z.record(z.string(), tableSumsSchema),
  /** Last value given by each sequence that has given one. */
  sequences: z.record(z.string(), z.number().int()),
})
export type Sums = z.infer<typeof sumsSchema>

/** Something that whoever runs a program can do something about, in words for that person. */
export class Refusal extends Error {}
