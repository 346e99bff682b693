import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Sql } from './client'

/** Any number will do; it only has to be ours. Keeps two processes that start at once from migrating together. */
const MIGRATION_LOCK = 20_270_312

/** Beside the source in development and tests, copied beside the bundle by the build. */
const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))

/** Brings the schema up to date; each file runs once, in one transaction. Returns the names of those that ran. */
export async function migrate(sql: Sql): Promise<string[]> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  return await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`
    await tx`create table if not exists migrations (name text primary key, ran_at timestamptz not null default now())`
    const done = new Set((await tx<{ name: string }[]>`select name from migrations`).map((row) => row.name))
    const pending = files.filter((name) => !done.has(name))
    for (const name of pending) {
      await tx.unsafe(await readFile(`${FOLDER}/${name}`, 'utf8'))
      await tx`insert into migrations (name) values (${name})`
    }
    return pending
  })
}
