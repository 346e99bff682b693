import type { Queryable } from '#server/db/client'

/** The record of what ran is not data: a restored database writes its own. */
export const MIGRATIONS_TABLE = 'migrations'

export interface TableShape {
  name: string
  /** In the table's order, without those that the database works out itself. */
  columns: string[]
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * All tables that hold data, by name. Unlogged ones are left out: PostgreSQL itself empties them after a crash, so nothing that
 * matters is in them.
 */
export const listTables = async (sql: Queryable): Promise<TableShape[]> =>
  await sql<TableShape[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> ${MIGRATIONS_TABLE}
    group by c.relname order by c.relname collate "C"`

export async function appliedMigrations(sql: Queryable): Promise<string[] | null> {
  const [found] = await sql<{ there: boolean }[]>`select to_regclass(${MIGRATIONS_TABLE}) is not null as there`
  if (!found?.there) return null
  const rows = await sql<{ name: string }[]>`select name from migrations order by name collate "C"`
  return rows.map((row) => row.name)
}

/** Settings on which the text of a value depends: the same for whoever writes, reads or sums up rows. */
export async function settleText(tx: Queryable): Promise<void> {
  await tx.unsafe(`
    set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
    set local bytea_output = 'hex'; set local extra_float_digits = 1; set local statement_timeout = 0;
    set local idle_in_transaction_session_timeout = 0`)
}

/** Number of rows, and a sum of 60 bits of each row's MD5: the same in whatever order the rows lie. */
export async function fingerprintOf(
  sql: Queryable,
  { name, columns }: TableShape,
): Promise<{ rows: number; fingerprint: string }> {
  const row = `row(${columns.map((column) => `t.${quoted(column)}`).join(', ')})::text`
  const [sums] = await sql.unsafe<{ rows: number; fingerprint: string }[]>(`
    select count(*) as rows, coalesce(sum(('x' || left(md5(${row}), 15))::bit(60)::bigint), 0)::text as fingerprint
    from ${quoted(name)} t`)
  return sums ?? { rows: 0, fingerprint: '0' }
}

export async function lastValues(sql: Queryable): Promise<Record<string, number>> {
  const rows = await sql<{ name: string; value: number }[]>`
    select sequencename as name, last_value as value from pg_sequences
    where schemaname = current_schema() and last_value is not null`
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}
