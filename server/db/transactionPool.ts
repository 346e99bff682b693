import type { Sql } from './client'

export interface TransactionUse {
  open: number
  waiting: number
  limit: number
}

const uses = new WeakMap<Sql, () => TransactionUse>()

/** How many transactions are under way in this process, and how many wait for their turn. */
export const transactionUse = (sql: Sql): TransactionUse => uses.get(sql)?.() ?? { open: 0, waiting: 0, limit: 0 }

/**
 * The driver (postgres.js 3.4.9) sends queries ahead on connections that are busy. When such a connection's socket is full at
 * the moment of a BEGIN, it forgets to reserve the connection: the transaction fails (UNSAFE_TRANSACTION) and leaves one open
 * into which others' queries fall. So transactions have connections of their own, one each, and BEGIN always meets an idle one.
 * Whoever comes later waits in line. The one used last is used next: its statements are prepared and its memory is warm, and
 * the others are not even opened before they are needed.
 */
export function withTransactionPool(queries: Sql, openConnection: () => Sql, size: number): Sql {
  const connections = Array.from({ length: size }, openConnection)
  const free = [...connections]
  const waiting: ((connection: Sql) => void)[] = []

  const enter = async (): Promise<Sql> => free.pop() ?? (await new Promise<Sql>((resolve) => waiting.push(resolve)))
  const leave = (connection: Sql) => {
    const next = waiting.shift()
    if (next) next(connection)
    else free.push(connection)
  }

  const begin = async (...args: unknown[]): Promise<unknown> => {
    const connection = await enter()
    try {
      return await (connection.begin as (...args: unknown[]) => Promise<unknown>)(...args)
    } finally {
      leave(connection)
    }
  }
  const endQueries = queries.end.bind(queries)
  const end: Sql['end'] = async (options) => {
    await Promise.all([endQueries(options), ...connections.map((connection) => connection.end(options))])
  }
  const pool = Object.assign(queries, { begin: begin as Sql['begin'], end })
  uses.set(pool, () => ({ open: size - free.length, waiting: waiting.length, limit: size }))
  return pool
}
