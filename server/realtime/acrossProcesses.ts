import { createAdapter } from '@socket.io/postgres-adapter'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Sql } from '#server/db/client'
import { isDatabaseAway } from '#server/db/errors'
import { pgSettings } from '#server/db/pgClients'

export interface AcrossProcesses {
  adapter: ReturnType<typeof createAdapter>
  /** Once Socket.IO has closed its own part. */
  close(): Promise<void>
}

/**
 * Socket.IO's rooms over all processes, through PostgreSQL. What is said with `io.to(...)` reaches the sockets of every
 * process; whoever passes on what every process hears from the database itself says `io.local.to(...)`, or it would arrive
 * once for each of them.
 */
export function acrossProcesses(sql: Sql, log: Logger): AcrossProcesses {
  const settings = pgSettings(sql)
  const report = (error: unknown) => {
    if (!isDatabaseAway(error)) log.warn({ err: error }, 'sockets of other processes could not be reached')
  }
  const sayers = new pg.Pool({ ...settings, max: 2 })
  sayers.on('error', report)
  const listeners = new Set<pg.Client>()

  /** The adapter takes its listener from a pool and never gives a lost one back: each is a connection of its own instead. */
  const connect = async () => {
    const client = new pg.Client(settings)
    client.on('error', report)
    client.on('end', () => listeners.delete(client))
    await client.connect()
    listeners.add(client)
    return Object.assign(client, { release: () => void client.end().catch(report) })
  }
  const saying = new Set<Promise<unknown>>()
  const query = (text: string, values?: unknown[]) => {
    const said = sayers.query(text, values)
    const done = said.catch(report).finally(() => saying.delete(done))
    saying.add(done)
    return said
  }
  return {
    adapter: createAdapter({ connect, query } as unknown as pg.Pool, { errorHandler: report }),
    close: async () => {
      await Promise.all([...saying, ...[...listeners].map((client) => client.end().catch(report))])
      await sayers.end()
    },
  }
}
