import type { Queryable } from './client'

/**
 * Messages between processes, and from services to sockets. PostgreSQL delivers them when the transaction commits, and only then.
 * Payloads stay far below PostgreSQL's 8,000 bytes: ids, never content.
 */
export interface Channels {
  /** New rows in a fair's log. `source` is the process that wrote them, or '' for a service. */
  fair_log: { fairId: string; position: number; source: string }
  /** Who holds a booth has changed. */
  booth_status: { fairId: string; boothId: string }
  /** A release was published or withdrawn. */
  release_changed: { fairId: string }
  /** People, hours or whatever else the programme's conflicts depend on, beside the document and the claims. */
  programme_context: { fairId: string }
  /** Rights changed: sockets of this account (in this fair, or everywhere) are to be checked again. */
  access_changed: { accountId: string; fairId: string | null }
  /** A mail waits. */
  outbox: Record<string, never>
}
export type Channel = keyof Channels

export async function notify<C extends Channel>(sql: Queryable, channel: C, payload: Channels[C]): Promise<void> {
  await sql`select pg_notify(${channel}, ${JSON.stringify(payload)})`
}
