import type { Logger } from 'pino'
import type { Env } from '#server/env'
import { awaitDatabase } from './awaitDatabase'
import { connect, type Sql } from './client'
import { type EmbeddedPostgres, startEmbedded } from './embedded'

export interface Database {
  sql: Sql
  /** Process ids of the embedded server; none with DATABASE_URL. */
  pids(): number[]
  close(): Promise<void>
}

const RESTART_DELAYS_MS = [0, 250, 1000, 3000, 10_000]

/** The database of DATABASE_URL, or an embedded one that is started again whenever it dies. */
export async function openDatabase(env: Pick<Env, 'databaseUrl' | 'dataDir'>, log: Logger): Promise<Database> {
  if (env.databaseUrl) {
    const sql = connect({ url: env.databaseUrl, maxConnections: 20 })
    await awaitDatabase(sql, () => log.warn('the database is not there yet; waiting for it'))
    return { sql, pids: () => [], close: () => sql.end({ timeout: 5 }) }
  }
  const options = { dataDir: env.dataDir, onLog: (line: string) => log.debug({ line }, 'postgres') }
  let closing = false
  let server: EmbeddedPostgres = await startEmbedded(options)
  const supervise = () => server.onExit(() => void restart())
  const restart = async () => {
    for (let attempt = 0; !closing; attempt++) {
      const delay = RESTART_DELAYS_MS[Math.min(attempt, RESTART_DELAYS_MS.length - 1)]
      await new Promise((resolve) => setTimeout(resolve, delay))
      if (closing) return
      try {
        server = await startEmbedded(options)
        log.warn('the database had ended and was started again')
        return supervise()
      } catch (error) {
        log.error({ err: error }, 'the database could not be started again yet')
      }
    }
  }
  supervise()
  const sql = connect({ socketFolder: server.socketFolder, database: server.database, maxConnections: 20 })
  return {
    sql,
    pids: () => [server.pid],
    close: async () => {
      closing = true
      await sql.end({ timeout: 5 })
      await server.stop()
    },
  }
}
