import postgres from 'postgres'
import type { Sql } from './client'
import { steadySockets } from './steadySocket'
import { surviveLoss } from './transactions'

export interface OwnConnectionOptions {
  /** PostgreSQL's, for this session. */
  settings: Readonly<Record<string, string>>
  onLost?: () => void
}

/**
 * One connection of its own to the same database, kept open: what belongs to a session (plans, warm caches, an advisory lock)
 * lasts until `onLost` is called. Opened by the first query, and again by the next one after a loss.
 */
export function ownConnection(sql: Sql, { settings, onLost }: OwnConnectionOptions): Sql {
  const options = {
    ...sql.options,
    max: 1,
    socket: steadySockets(),
    idle_timeout: null,
    max_lifetime: null,
    ...(onLost && { onclose: onLost }),
    connection: { ...sql.options.connection, ...settings },
  }
  return surviveLoss(
    postgres(options as unknown as postgres.Options<Record<string, postgres.PostgresType>>) as unknown as Sql,
  )
}
