import { createHash, type Hash } from 'node:crypto'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import {
  anyManifestSchema,
  BACKUP_FORMAT,
  MANIFEST_NAME,
  type Manifest,
  manifestSchema,
  Refusal,
  SUMS_NAME,
  type Sums,
  sumsSchema,
  tableOfPart,
} from './backupFormat'
import { readTar } from './backupTar'

export interface BackupReader {
  onManifest(manifest: Manifest): Promise<void> | void
  /** Rows of one table, all of one table before the next. */
  onRows(table: string, rows: Buffer): Promise<void> | void
}

const NOT_A_BACKUP = 'This file is not a backup of Beursvloer.'
const DAMAGED = 'The backup is damaged: what is in it does not add up.'

/** Reads a backup to its end and checks every sum in it. Errors: not one, of a later version, cut off, damaged; in words. */
export async function readBackup(file: Readable, reader: BackupReader): Promise<{ manifest: Manifest; sums: Sums }> {
  let manifest: Manifest | null = null
  let sums: Sums | null = null
  const read = new Map<string, { hash: Hash; bytes: number }>()
  try {
    for await (const { name, body } of readTar(unpacked(file))) {
      if (manifest === null) {
        if (name !== MANIFEST_NAME) throw new Refusal(NOT_A_BACKUP)
        manifest = readManifest(body)
        await reader.onManifest(manifest)
        continue
      }
      if (sums !== null) throw new Refusal(DAMAGED)
      if (name === SUMS_NAME) {
        sums = parse(sumsSchema.safeParse(json(body)))
        continue
      }
      const table = tableOfPart(name)
      if (table === null || !manifest.tables.some((known) => known.name === table)) throw new Refusal(DAMAGED)
      const seen = read.get(table) ?? { hash: createHash('sha256'), bytes: 0 }
      read.set(table, seen)
      seen.hash.update(body)
      seen.bytes += body.length
      await reader.onRows(table, body)
    }
  } catch (error) {
    throw inWords(error) ?? error
  }
  if (manifest === null) throw new Refusal(NOT_A_BACKUP)
  if (sums === null) throw new Refusal('The backup is cut off: its end is missing.')
  for (const { name } of manifest.tables) {
    const { sha256, bytes } = sums.tables[name] ?? { sha256: '', bytes: -1 }
    const seen = read.get(name) ?? { hash: createHash('sha256'), bytes: 0 }
    if (seen.bytes !== bytes || seen.hash.digest('hex') !== sha256) throw new Refusal(DAMAGED)
  }
  return { manifest, sums }
}

/** Errors of the file end up with whoever reads what was unpacked. */
function unpacked(file: Readable): Readable {
  const gunzip = createGunzip()
  pipeline(file, gunzip, () => {})
  return gunzip
}

function readManifest(body: Buffer): Manifest {
  const any = anyManifestSchema.safeParse(json(body))
  if (!any.success) throw new Refusal(NOT_A_BACKUP)
  if (any.data.format > BACKUP_FORMAT)
    throw new Refusal('A later version of Beursvloer wrote this backup: restore it with that version.')
  return parse(manifestSchema.safeParse(json(body)))
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new Refusal(DAMAGED)
  }
}

function parse<T>(result: { success: true; data: T } | { success: false }): T {
  if (!result.success) throw new Refusal(DAMAGED)
  return result.data
}

/** What the unpacker found. */
function inWords(error: unknown): Refusal | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'Z_BUF_ERROR') return new Refusal('The backup is cut off: its end is missing.')
  if (code === 'Z_DATA_ERROR')
    return new Refusal((error as Error).message === 'incorrect header check' ? NOT_A_BACKUP : DAMAGED)
  return null
}
