import postgres from 'postgres'
import type { Sql } from './client'

/**
 * One connection of its own to the same database, kept open: what belongs to a session, such as an advisory lock, lasts until
 * `onLost` is called. It is opened again by the next query. What it commits is not waited for on disk: it is for messages, and
 * PostgreSQL lets one transaction with messages commit at a time.
 */
export function openLine(sql: Sql, onLost: () => void): Sql {
  const options = {
    ...sql.options,
    max: 1,
    idle_timeout: null,
    max_lifetime: null,
    onclose: onLost,
    connection: { ...sql.options.connection, synchronous_commit: 'off' },
  }
  return postgres(options as unknown as postgres.Options<Record<string, postgres.PostgresType>>) as unknown as Sql
}
