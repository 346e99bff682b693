import type { Queryable } from '#server/db/client'
import type { Json } from '#shared/document/patch'
import type { FairId } from '#shared/kernel/ids'

/** One line of the audit trail. Instants are ISO text. */
export interface HistoryEntry {
  id: number
  /** As in `claim.confirm`. */
  action: string
  /** Id of what it was done to. */
  subject: string
  /** Name of the account; null: the clock, or an account that is no more. */
  by: string | null
  /** Name of the exhibitor that it is about, where it is about one. */
  exhibitor: string | null
  details: Readonly<Record<string, Json>>
  at: string
}

interface HistoryRow extends Omit<HistoryEntry, 'at'> {
  at: Date
}

/** Entries hold ids, no names: those are looked up, and are gone when the person is. */
const entryColumns = (sql: Queryable) => sql`
  select u.id, u.action, u.subject, a.name as by, e.name as exhibitor, u.details, u.at
  from audit u left join accounts a on a.id = u.account_id
  left join exhibitors e on e.fair_id = u.fair_id and e.id = coalesce(u.details ->> 'exhibitorId', u.subject)`

const entryOf = (row: HistoryRow): HistoryEntry => ({ ...row, at: row.at.toISOString() })

/** What happened to these subjects, oldest first, by subject. */
export async function readHistory(
  sql: Queryable,
  fairId: FairId,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, HistoryEntry[]>> {
  const rows = await sql<HistoryRow[]>`
    ${entryColumns(sql)} where u.fair_id = ${fairId} and u.subject = any(${[...subjects]}) order by u.id`
  const history = new Map<string, HistoryEntry[]>()
  for (const row of rows) {
    const entries = history.get(row.subject) ?? []
    entries.push(entryOf(row))
    history.set(row.subject, entries)
  }
  return history
}

/** The newest entries of the fair, newest first; `before`: older than this one. */
export async function readActivity(
  sql: Queryable,
  fairId: FairId,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<HistoryEntry[]> {
  const rows = await sql<HistoryRow[]>`
    ${entryColumns(sql)} where u.fair_id = ${fairId} ${before === undefined ? sql`` : sql`and u.id < ${before}`}
    order by u.id desc limit ${limit}`
  return rows.map(entryOf)
}
