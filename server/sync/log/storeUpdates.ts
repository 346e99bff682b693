import { BYTEA_ARRAY } from '#server/db/arrayTypes'
import type { Sql } from '#server/db/client'
import { type Right, rightsTable } from '../access/rights'

export interface NewRow extends Right {
  readonly bytes: Uint8Array
}

/**
 * Appends updates of any number of fairs in one statement, which is one transaction. Positions are given under each fair's
 * row lock, taken in order of id. Returns the position of each row, or null where its author may not edit that fair any more,
 * or is signed out: nobody needs to have told us, so that no late message lets anything through.
 */
export async function storeUpdates(
  sql: Sql,
  { source, now }: { source: string; now: Date },
  rows: readonly NewRow[],
): Promise<(number | null)[]> {
  const { authors, authorOf } = authorsOf(rows)
  const stored = await sql<{ nth: number; position: number }[]>`
    with incoming as (
      select * from unnest(${rows.map((row) => row.fairId)}::text[], ${rows.map((row) => row.accountId)}::text[],
        ${sql.array(rows.map((row) => row.bytes) as never[], BYTEA_ARRAY)}::bytea[], ${authorOf}::bigint[])
        with ordinality as i (fair_id, account_id, bytes, author, nth)
    ), locked as materialized (
      select id, log_position, archived_at from fairs
      where id in (select fair_id from incoming) order by id for no key update
    ), judged as materialized (
      select array_agg(
        exists (select from memberships m where m.fair_id = i.fair_id and m.account_id = i.account_id)
        and exists (select from sessions s
          where s.token_hash = i.session and s.account_id = i.account_id and s.expires_at > ${now}) order by nth) as may
      from ${rightsTable(sql, authors)}
    ), allowed as (
      select i.*, l.log_position + row_number() over (partition by i.fair_id order by i.nth) as position
      from incoming i join locked l on l.id = i.fair_id and l.archived_at is null
      where (select may from judged)[i.author]
    ), raised as (
      update fairs f set log_position = last.position
      from (select fair_id, max(position) as position from allowed group by fair_id) as last
      where f.id = last.fair_id returning f.id, last.position
    ), stored as (
      insert into document_log (fair_id, position, update_bytes, account_id)
      select fair_id, position, bytes, account_id from allowed
    ), told as materialized (
      select pg_notify('fair_log', json_build_object('fairId', id, 'position', position, 'source', ${source}::text)::text)
      from raised
    )
    select nth, position, (select count(*) from told) from allowed`
  const positions: (number | null)[] = rows.map(() => null)
  for (const { nth, position } of stored) positions[nth - 1] = position
  return positions
}

/** Each once, since one of them writes many rows of a batch; and for each row the number of its author, counted from 1. */
function authorsOf(rows: readonly Right[]): { authors: Right[]; authorOf: number[] } {
  const authors: Right[] = []
  const numbers = new Map<string, number>()
  const authorOf = rows.map((row) => {
    const key = `${row.fairId} ${row.accountId} ${Buffer.from(row.session).toString('latin1')}`
    const number = numbers.get(key) ?? authors.push(row)
    numbers.set(key, number)
    return number
  })
  return { authors, authorOf }
}
