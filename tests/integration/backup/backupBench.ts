import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll, afterEach, beforeEach, inject } from 'vitest'
import { backupDatabase } from '#server/cli/backupDatabase'
import { writeBackupFile } from '#server/cli/backupFile'
import type { Sums } from '#server/cli/backupFormat'
import { listTables, quoted } from '#server/cli/backupTables'
import { readBackup } from '#server/cli/restoreRead'
import { connect, type Sql } from '#server/db/client'

let folder = ''
const opened: Sql[] = []
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beursvloer-backup-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))
afterAll(async () => void (await Promise.all(opened.map((sql) => sql.end({ timeout: 2 })))))

/** A file of this test's own folder. */
export const inFolder = (name = ''): string => path.join(folder, name)

/** Reads a backup through and checks it. */
export const readThrough = (file: Readable) => readBackup(file, { onManifest: () => {}, onRows: () => {} })

export const never = new AbortController().signal

export async function backupTo(file: string, sql: Sql, options = { force: false, signal: never }): Promise<Sums> {
  let sums: Sums = { tables: {}, sequences: {} }
  await writeBackupFile(file, options, async (sink) => {
    sums = await backupDatabase(sql, '1.2.3', sink)
  })
  return sums
}

/** A database with nothing in it at all, as a new server has. */
export async function emptyDatabase(): Promise<Sql> {
  const socketFolder = inject('socketFolder')
  const name = `restored_${randomBytes(6).toString('hex')}`
  const admin = connect({ socketFolder, database: 'postgres', maxConnections: 1 })
  await admin.unsafe(`create database ${name}`)
  await admin.end()
  const sql = connect({ socketFolder, database: name, maxConnections: 2, name: 'beursvloer-backup' })
  opened.push(sql)
  return sql
}

export const tablesIn = async (sql: Sql) =>
  (await sql`select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`).length

export async function rowsOf(sql: Sql): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const { name, columns } of await listTables(sql)) {
    const rows = await sql.unsafe<{ text: string }[]>(
      `select text from (select row(${columns.map(quoted).join(', ')})::text as text from ${quoted(name)}) as rows
        order by text collate "C"`,
    )
    all[name] = rows.map((row) => row.text)
  }
  return all
}
