import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Sql, Tx } from './client'

/** Any number will do; it only has to be ours. Keeps two processes that start at once from migrating together. */
export const MIGRATION_LOCK = 20_270_312

/** Beside the source in development and tests, copied beside the bundle by the build. */
const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))

/** Names of all migrations that this version knows, in their order. */
export const migrationNames = async (): Promise<string[]> =>
  (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()

/**
 * Brings the schema up to date; each file runs once, in one transaction. Returns the names of those that ran. Where there is
 * nothing to do it waits for nobody: a backup holds the lock for as long as it takes, and processes start meanwhile.
 */
export async function migrate(sql: Sql): Promise<string[]> {
  if (await isUpToDate(sql)) return []
  return await sql.begin(async (tx) => {
    await lockMigrations(tx)
    return await runMigrations(tx, () => true)
  })
}

async function isUpToDate(sql: Sql): Promise<boolean> {
  const [table] = await sql<{ there: boolean }[]>`select to_regclass('migrations') is not null as there`
  if (!table?.there) return false
  const done = new Set((await sql<{ name: string }[]>`select name from migrations`).map((row) => row.name))
  return (await migrationNames()).every((name) => done.has(name))
}

/** Until the end of the transaction nobody else migrates. */
export const lockMigrations = async (tx: Tx): Promise<void> =>
  void (await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`)

/** Runs those that have not run yet and are wanted. The caller holds the lock. */
export async function runMigrations(tx: Tx, isWanted: (name: string) => boolean): Promise<string[]> {
  await tx`create table if not exists migrations (name text primary key, ran_at timestamptz not null default now())`
  const done = new Set((await tx<{ name: string }[]>`select name from migrations`).map((row) => row.name))
  const pending = (await migrationNames()).filter((name) => !done.has(name) && isWanted(name))
  for (const name of pending) {
    await tx.unsafe(await readFile(`${FOLDER}/${name}`, 'utf8'))
    await tx`insert into migrations (name) values (${name})`
  }
  return pending
}
