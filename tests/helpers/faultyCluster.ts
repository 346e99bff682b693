import { connect, type Sql } from '#server/db/client'
import { type EmbeddedPostgres, startEmbedded } from '#server/db/embedded'
import { isDatabaseAway } from '#server/db/errors'
import { migrate } from '#server/db/migrate'
import { childrenOf, isGone } from './processTable'
import { removeFolder, temporaryFolder } from './serverProcess'

/** `child`: one of the server's processes, upon which it starts all of them anew. */
export type DatabaseKill = 'child' | 'postmaster' | 'all'

/** A PostgreSQL of the test's own, to do to it what must not be done to the run's. */
export interface FaultyCluster {
  readonly socketFolder: string
  readonly database: string
  /** A pool that outlives whatever happens to the server; closed by `close`. */
  connect(): Sql
  /** As the kernel would. Resolves once those processes are gone. `choose` picks one of so many. */
  kill(how: DatabaseKill, choose?: (below: number) => number): Promise<void>
  /** After a kill, or when it ended by itself. */
  start(): Promise<void>
  isRunning(): boolean
  /** Of all its processes. */
  pids(): number[]
  /** Stops all of its processes where they are (SIGSTOP). */
  pause(): void
  resume(): void
  close(): Promise<void>
}

export interface FaultyClusterOptions {
  /** Where its data goes; else a folder of its own, removed at the end. */
  folder?: string
  settings?: string[]
}

export async function startFaultyCluster(options: FaultyClusterOptions = {}): Promise<FaultyCluster> {
  const folder = options.folder ?? (await temporaryFolder())
  const settings = ['fsync=on', 'max_connections=100', ...(options.settings ?? [])]
  const pools: Sql[] = []
  let server: EmbeddedPostgres
  let stopped: number[] = []
  const start = async () => {
    server = await startEmbedded({ dataDir: folder, settings })
  }
  const resume = () => {
    for (const pid of stopped) signal(pid, 'SIGCONT')
    stopped = []
  }
  const open = () => {
    const pool = connect({ socketFolder: server.socketFolder, database: server.database, maxConnections: 10 })
    pools.push(pool)
    return pool
  }
  await start()
  await migrate(open())
  return {
    get socketFolder() {
      return server.socketFolder
    },
    get database() {
      return server.database
    },
    connect: open,
    start,
    resume,
    pids: () => [server.pid, ...childrenOf(server.pid)],
    isRunning: () => !isGone(server.pid),
    async kill(how, choose = () => 0) {
      const children = childrenOf(server.pid)
      const child = children[choose(children.length)]
      if (how === 'child') {
        if (child !== undefined) signal(child, 'SIGKILL')
        return
      }
      for (const pid of how === 'all' ? [server.pid, ...children] : [server.pid]) signal(pid, 'SIGKILL')
      // Those left behind hold the shared memory, and a server that starts meanwhile refuses to.
      while (![server.pid, ...children].every(isGone)) await pause(5)
    },
    pause() {
      signal(server.pid, 'SIGSTOP')
      stopped = [server.pid, ...childrenOf(server.pid)]
      for (const pid of stopped) signal(pid, 'SIGSTOP')
    },
    async close() {
      resume()
      await Promise.all(pools.map((pool) => pool.end({ timeout: 1 })))
      if (!isGone(server.pid)) await server.stop()
      if (!options.folder) await removeFolder(folder)
    },
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Tries again for as long as the database is coming back. */
export async function onceBack<T>(ask: () => Promise<T>, withinMs = 60_000): Promise<T> {
  const deadline = performance.now() + withinMs
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > deadline) throw error
      await pause(20)
    }
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
