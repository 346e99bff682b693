import type { Sql, Tx } from './client'
import { isDatabaseAway } from './errors'

/** The driver tells of a loss within the same turn of the event loop. */
const DOUBT_MS = 100

type Work = (tx: Tx) => unknown

/**
 * The driver (postgres.js 3.4.9) ends the whole process when a query, its own `rollback` included, is given to a transaction
 * whose connection is gone: it writes to a socket that is null, from a timer. So nothing is, any more: the transaction fails
 * with what the driver says about the loss, and whatever its work would still have asked is left where it stands.
 */
export function surviveLoss(sql: Sql): Sql {
  const begin = sql.begin.bind(sql) as (options: string, work: Work) => Promise<unknown>
  const surviving = async (...args: [Work] | [string, Work]): Promise<unknown> => {
    const [options, work] = args.length === 1 ? ['', args[0]] : args
    const connection = { isLost: false }
    try {
      return await begin(options, (tx) =>
        untilLost(connection, async () => await settled(work(guarded(tx, connection)))),
      )
    } finally {
      connection.isLost = true
    }
  }
  return Object.assign(sql, { begin: surviving as unknown as Sql['begin'], reserve: noReserve })
}

/** Without the question for array types (see arrayTypes.ts) the driver never hands out a connection that it had to open for this. */
const noReserve: Sql['reserve'] = () => Promise.reject(new Error('reserve() would wait for ever: use begin()'))

interface Connection {
  isLost: boolean
}

/** Like the driver, takes a list of queries too. */
const settled = async (result: unknown): Promise<unknown> =>
  Array.isArray(result) ? await Promise.all(result) : await result

/** What the work comes to; nothing at all once the connection is lost, for then the driver itself fails the transaction. */
async function untilLost<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // Another connection's loss, which the work leaned on as well, shows by this one's going on.
    if (!connection.isLost && isDatabaseAway(error)) await new Promise((resolve) => setTimeout(resolve, DOUBT_MS))
    if (connection.isLost) return await new Promise<never>(() => {})
    throw error
  }
}

/** The transaction, but it takes no query after its connection was lost or it has ended. */
function guarded(tx: Tx, connection: Connection): Tx {
  const savepoint = tx.savepoint.bind(tx) as (name: string | Work, work?: Work) => Promise<unknown>
  const guardedSavepoint = (...args: [Work] | [string, Work]) => {
    const work = args[args.length - 1] as Work
    const inner = (deeper: Tx) => untilLost(connection, async () => await settled(work(guarded(deeper, connection))))
    return args.length === 1 ? savepoint(inner) : savepoint(args[0] as string, inner)
  }
  return new Proxy(tx, {
    apply: (target, self, args) => {
      if (connection.isLost) throw new Error('the transaction is over')
      return Reflect.apply(target, self, args)
    },
    get: (target, key) => (key === 'savepoint' ? guardedSavepoint : Reflect.get(target, key)),
  })
}
