import { createHash } from 'node:crypto'
import type { Sql, Tx } from '#server/db/client'
import { MIGRATION_LOCK } from '#server/db/migrate'
import { copyOut } from './backupCopy'
import {
  BACKUP_FORMAT,
  MANIFEST_NAME,
  type Manifest,
  partName,
  Refusal,
  SUMS_NAME,
  type Sums,
  type TableSums,
} from './backupFormat'
import { appliedMigrations, fingerprintOf, lastValues, listTables, settleText, type TableShape } from './backupTables'
import { tarEnd, tarEntry } from './backupTar'

/** Rows are written in pieces of about this many bytes; one long row makes a piece by itself. */
const PIECE_BYTES = 2 ** 20

/** Takes the bytes of the tar, in order; resolves when there is room for more. */
export type Sink = (bytes: Buffer) => Promise<void>

/**
 * Writes all tables as they are at one moment, while people go on: one read-only transaction that sees nothing of what comes
 * later. Returns what was written. Errors: no tables, or whatever the sink throws.
 */
export async function backupDatabase(sql: Sql, version: string, sink: Sink): Promise<Sums> {
  // A newer version that starts meanwhile waits with its migrations, and does not make everyone wait behind the tables they change.
  return await sql.begin(async (lock) => {
    await lock`set local idle_in_transaction_session_timeout = 0`
    await lock`select pg_advisory_xact_lock_shared(${MIGRATION_LOCK})`
    return await sql.begin('isolation level repeatable read read only', (tx) => writeArchive(sql, tx, version, sink))
  })
}

async function writeArchive(sql: Sql, tx: Tx, version: string, sink: Sink): Promise<Sums> {
  await settleText(tx)
  const tables = await listTables(tx)
  const migrations = await appliedMigrations(tx)
  if (!migrations) throw new Refusal('The database has no tables yet: there is nothing to back up.')
  const [server] = await tx<{ takenAt: Date; postgres: string; pid: number }[]>`
    select now() as "takenAt", current_setting('server_version') as postgres, pg_backend_pid() as pid`
  if (!server) throw new Error('the server said nothing about itself')
  const { takenAt, postgres, pid } = server
  const manifest: Manifest = {
    product: 'beursvloer',
    format: BACKUP_FORMAT,
    version,
    takenAt: takenAt.toISOString(),
    postgres,
    migrations,
    tables,
  }
  const writeFile = (name: string, body: Buffer) => sink(tarEntry({ name, body }, takenAt))
  const writeJson = (name: string, value: unknown) =>
    writeFile(name, Buffer.from(`${JSON.stringify(value, null, 2)}\n`))

  await writeJson(MANIFEST_NAME, manifest)
  const sums: Sums = { tables: {}, sequences: {} }
  for (const table of tables) {
    const rows = copyOut(tx, table, () => sql`select pg_cancel_backend(${pid})`)
    sums.tables[table.name] = {
      ...(await writeTable(table, rows, writeFile)),
      ...(await fingerprintOf(tx, table)),
    }
  }
  // Last: a sequence follows no transaction, so what it says by now is at least what any row has.
  sums.sequences = await lastValues(tx)
  await writeJson(SUMS_NAME, sums)
  await sink(tarEnd())
  return sums
}

async function writeTable(
  { name }: TableShape,
  rows: AsyncIterable<Buffer>,
  writeFile: (name: string, body: Buffer) => Promise<void>,
): Promise<Pick<TableSums, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256')
  let bytes = 0
  let nth = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0
  const flush = async () => {
    const body = Buffer.concat(waiting, waitingBytes)
    waiting = []
    waitingBytes = 0
    hash.update(body)
    bytes += body.length
    await writeFile(partName(name, ++nth), body)
  }
  for await (const row of rows) {
    waiting.push(row)
    waitingBytes += row.length
    if (waitingBytes >= PIECE_BYTES) await flush()
  }
  if (waitingBytes > 0) await flush()
  return { bytes, sha256: hash.digest('hex') }
}
