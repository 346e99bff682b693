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
 * into which others' queries fall. So transactions have connections of their own, and there are never more of them at once
 * than connections: BEGIN always meets an idle one. Whoever comes later waits in line.
 */
export function withTransactionPool(queries: Sql, transactions: Sql, size: number): Sql {
  const waiting: (() => void)[] = []
  let free = size

  const enter = async (): Promise<void> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }

  const begin = async (...args: unknown[]): Promise<unknown> => {
    await enter()
    try {
      return await (transactions.begin as (...args: unknown[]) => Promise<unknown>)(...args)
    } finally {
      leave()
    }
  }
  const endQueries = queries.end.bind(queries)
  const end: Sql['end'] = async (options) => {
    await Promise.all([endQueries(options), transactions.end(options)])
  }
  const pool = Object.assign(queries, { begin: begin as Sql['begin'], end })
  uses.set(pool, () => ({ open: size - free, waiting: waiting.length, limit: size }))
  return pool
}
