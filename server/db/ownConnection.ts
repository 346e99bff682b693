import postgres from 'postgres'
import type { Sql } from './client'
import { steadySockets } from './steadySocket'
import { surviveLoss } from './transactions'

/** Few rows by their keys, always: no statistics of a young table may make it read whole ones. */
const PLANS = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
}

/**
 * One connection of its own to the same database, for work that runs one statement at a time all day: its plans are made once,
 * and the same process of PostgreSQL does it while its caches are warm. Opened by the first query, and again after a loss.
 */
export function ownConnection(sql: Sql): Sql {
  const options = {
    ...sql.options,
    max: 1,
    socket: steadySockets(),
    idle_timeout: null,
    max_lifetime: null,
    connection: { ...sql.options.connection, ...PLANS },
  }
  return surviveLoss(
    postgres(options as unknown as postgres.Options<Record<string, postgres.PostgresType>>) as unknown as Sql,
  )
}
