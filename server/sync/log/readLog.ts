import type { Queryable, Sql } from '#server/db/client'
import type { Repair } from '#shared/protocol/sync'

export interface LogRow {
  fairId: string
  position: number
  bytes: Uint8Array
  repairs: Repair[] | null
}

export interface StoredDocument {
  schemaVersion: number
  snapshot: { position: number; state: Uint8Array } | null
  /** The rows after the snapshot. */
  tail: LogRow[]
}

const columns = (sql: Queryable) => sql`l.fair_id as "fairId", l.position, l.update_bytes as bytes, l.repairs`

/** Everything that opening a room takes, of one moment; null when there is no such fair. */
export async function readDocument(sql: Sql, fairId: string): Promise<StoredDocument | null> {
  return await sql.begin('isolation level repeatable read read only', async (tx) => {
    const [fair] = await tx<{ schemaVersion: number; position: number | null; state: Uint8Array | null }[]>`
      select f.schema_version as "schemaVersion", s.position, s.state
      from fairs f left join document_snapshots s on s.fair_id = f.id where f.id = ${fairId}`
    if (!fair) return null
    const { schemaVersion, position, state } = fair
    const tail = await tx<LogRow[]>`
      select ${columns(tx)} from document_log l
      where l.fair_id = ${fairId} and l.position > ${position ?? 0} order by l.position`
    return { schemaVersion, snapshot: position !== null && state ? { position, state } : null, tail }
  })
}

/** Rows after the given positions, of any number of fairs, in order. */
export const readRowsAfter = (sql: Sql, have: readonly { fairId: string; position: number }[]) => sql<LogRow[]>`
  select ${columns(sql)}
  from unnest(${have.map((one) => one.fairId)}::text[], ${have.map((one) => one.position)}::bigint[])
    as have (fair_id, position)
  join document_log l on l.fair_id = have.fair_id and l.position > have.position
  order by l.fair_id, l.position`
