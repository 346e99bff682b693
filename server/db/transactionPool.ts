import type { Sql } from './client'

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
  return Object.assign(queries, { begin: begin as Sql['begin'], end })
}
