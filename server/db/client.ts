import postgres from 'postgres'
import { arrayTypes } from './arrayTypes'
import { steadySockets } from './steadySocket'
import { withTransactionPool } from './transactionPool'
import { surviveLoss } from './transactions'

export type Sql = postgres.Sql
export type Tx = postgres.TransactionSql
/** Either: for functions that are happy inside and outside a transaction. */
export type Queryable = Sql | Tx

export interface DatabaseTarget {
  /** `postgres://...`, or the folder of a Unix socket with user and database. */
  url?: string
  socketFolder?: string
  database?: string
  maxConnections?: number
  /** Under which the server lists its connections. */
  name?: string
}

const EMBEDDED_USER = 'beursvloer'
/** Of the app's own connections; programs beside it have others. */
export const APPLICATION_NAME = 'beursvloer'

/** 64-bit integers (log positions, areas) come back as numbers: all of ours stay far below 2^53. */
const types = { bigint: { to: 20, from: [20], parse: Number, serialize: String }, ...arrayTypes }

/**
 * Makes the greeting long enough (1024 bytes) to be sent at once. The driver keeps what it was about to send when a connection
 * is lost, and a short greeting would wait behind that for ever: one connection after the other ran into its timeout.
 */
const BLANK = ' '.repeat(1024)

/** `maxConnections` for queries, and as many for transactions; they are opened when needed. */
export function connect({
  url,
  socketFolder,
  database = EMBEDDED_USER,
  maxConnections = 10,
  name = APPLICATION_NAME,
}: DatabaseTarget): Sql {
  const options = {
    idle_timeout: 60,
    connect_timeout: 10,
    // Seconds from a lost connection to the next try. The driver's own grow to 20 s, long after the database is back.
    backoff: () => 0.25,
    onnotice: () => {},
    types,
    fetch_types: false,
    connection: { application_name: name, options: BLANK },
  }
  const place = { path: `${socketFolder}/.s.PGSQL.5432`, host: 'localhost', user: EMBEDDED_USER, database }
  const pool = (max: number) => {
    const own = { ...options, max, socket: steadySockets() }
    return surviveLoss((url ? postgres(url, own) : postgres({ ...own, ...place })) as unknown as Sql)
  }
  return withTransactionPool(pool(maxConnections), () => pool(1), maxConnections)
}
