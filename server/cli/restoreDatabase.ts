import type { Readable } from 'node:stream'
import { APPLICATION_NAME, type Sql, type Tx } from '#server/db/client'
import { lockMigrations, migrationNames, runMigrations } from '#server/db/migrate'
import { copyIn, type TableLoader } from './backupCopy'
import { type Manifest, Refusal, type Sums } from './backupFormat'
import { appliedMigrations, fingerprintOf, listTables, quoted, settleText, type TableShape } from './backupTables'
import { readBackup } from './restoreRead'

export interface Restored {
  manifest: Manifest
  sums: Sums
  /** Migrations that ran after the data was in. */
  migrated: string[]
}

/**
 * Fills an empty database from a backup, in one transaction: either all of it is there afterwards, and the same, or nothing.
 * Errors: not empty, in use, a newer schema, and whatever is wrong with the file, in words.
 */
export async function restoreDatabase(sql: Sql, file: Readable): Promise<Restored> {
  const restored = await sql.begin(async (tx) => {
    await settleText(tx)
    await lockMigrations(tx)
    await requireNobodyElse(tx)
    const loader = new Loader(tx)
    try {
      const { manifest, sums } = await readBackup(file, loader)
      await loader.finish(sums)
      return { manifest, sums, migrated: await runMigrations(tx, () => true) }
    } catch (error) {
      loader.abandon()
      throw error
    }
  })
  await sql`analyze`
  return restored
}

/** An app on this database would go on showing what it remembers. */
async function requireNobodyElse(tx: Tx): Promise<void> {
  const [app] = await tx`select from pg_stat_activity
    where datname = current_database() and application_name = ${APPLICATION_NAME} and pid <> pg_backend_pid() limit 1`
  if (app) throw new Refusal('Beursvloer is running on this database: stop it first. Nothing was changed.')
}

interface ForeignKey {
  table: string
  name: string
  definition: string
}

class Loader {
  private tables = new Map<string, TableShape>()
  private foreignKeys: ForeignKey[] = []
  private current: { table: string; loader: TableLoader } | null = null

  constructor(private readonly tx: Tx) {}

  /** Makes the tables as they were when the backup was written, without what ties them together. */
  async onManifest({ migrations, tables, version }: Manifest): Promise<void> {
    const { tx } = this
    const known = new Set(await migrationNames())
    if (migrations.some((name) => !known.has(name)))
      throw new Refusal(`The backup has a newer schema than this version knows: restore it with version ${version}.`)
    await requireEmpty(tx, migrations)
    await runMigrations(tx, (name) => migrations.includes(name))
    this.tables = new Map((await listTables(tx)).map((table) => [table.name, table]))
    const differs = tables.length !== this.tables.size || tables.some((table) => !this.hasSame(table))
    if (differs) throw new Refusal('The tables of the backup are not those that its migrations make here.')
    this.foreignKeys = await listForeignKeys(tx)
    for (const { table, name } of this.foreignKeys)
      await tx.unsafe(`alter table ${quoted(table)} drop constraint ${quoted(name)}`)
    await this.triggers('disable')
  }

  async onRows(table: string, rows: Buffer): Promise<void> {
    if (this.current?.table !== table) {
      await this.endTable()
      const shape = this.tables.get(table)
      if (!shape) throw new Error(`there is no table ${table}`)
      this.current = { table, loader: await copyIn(this.tx, shape) }
    }
    await this.current.loader.write(rows)
  }

  async finish(sums: Sums): Promise<void> {
    const { tx } = this
    await this.endTable()
    for (const [name, value] of Object.entries(sums.sequences))
      await tx.unsafe(`alter sequence ${quoted(name)} restart with ${value + 1}`)
    for (const { table, name, definition } of this.foreignKeys)
      await tx.unsafe(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`)
    await this.triggers('enable')
    for (const table of this.tables.values()) {
      const loaded = await fingerprintOf(tx, table)
      const wanted = sums.tables[table.name]
      if (loaded.rows !== wanted?.rows || loaded.fingerprint !== wanted.fingerprint)
        throw new Refusal(`The table ${table.name} is not what was backed up. Nothing was changed.`)
    }
  }

  abandon(): void {
    this.current?.loader.abandon()
    this.current = null
  }

  private async endTable(): Promise<void> {
    await this.current?.loader.end()
    this.current = null
  }

  private hasSame({ name, columns }: TableShape): boolean {
    return this.tables.get(name)?.columns.join() === columns.join()
  }

  private async triggers(what: 'disable' | 'enable'): Promise<void> {
    for (const name of this.tables.keys()) await this.tx.unsafe(`alter table ${quoted(name)} ${what} trigger user`)
  }
}

const listForeignKeys = async (tx: Tx): Promise<ForeignKey[]> =>
  await tx<ForeignKey[]>`
    select t.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.connamespace = current_schema()::regnamespace and c.contype = 'f' order by t.relname, c.conname`

/** No rows in any table, and no schema beyond the backup's. */
async function requireEmpty(tx: Tx, migrations: readonly string[]): Promise<void> {
  const tables = await listTables(tx)
  const applied = await appliedMigrations(tx)
  if (applied === null && tables.length > 0)
    throw new Refusal('The database holds tables that are not of Beursvloer. Nothing was changed.')
  const filled: string[] = []
  for (const { name } of tables) {
    const [row] = await tx.unsafe(`select from ${quoted(name)} limit 1`)
    if (row) filled.push(name)
  }
  if (filled.length > 0)
    throw new Refusal(
      `The database is not empty (${filled.slice(0, 5).join(', ')}${filled.length > 5 ? ', ...' : ''}). A backup goes into an empty one; nothing was changed.`,
    )
  if (applied?.some((name) => !migrations.includes(name)))
    throw new Refusal(
      'The database is empty, but its tables are newer than the backup. Give a new database; the data is brought up to date there. Nothing was changed.',
    )
}
