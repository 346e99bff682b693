/** Live editing as a process of its own, so that it can be killed: `node --import tsx syncProcess.ts`, settings in SYNC_PROCESS. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { awaitDatabase } from '#server/db/awaitDatabase'
import { connect } from '#server/db/client'
import { routeUpgrades } from '#server/http/upgradeRouter'
import { createServices } from '#server/services'
import { startSync } from '#server/sync/startSync'
import { systemClock } from '#shared/kernel/clock'
import { platformRandomBytes } from '#shared/kernel/ids'

export interface SyncProcessSettings {
  socketFolder: string
  database: string
  port: number
  sessionSecret: string
}

/** What a process answers that was started with an IPC channel and `--expose-gc`, in bytes; `ends`: connections ended, by reason. */
export interface Measured {
  heap: number
  rss: number
  connections: number
  ends: Record<string, number>
}

const settings = JSON.parse(process.env.SYNC_PROCESS ?? '') as SyncProcessSettings
const deps = {
  sql: connect({ socketFolder: settings.socketFolder, database: settings.database, maxConnections: 10 }),
  clock: systemClock,
  randomBytes: platformRandomBytes,
  log: pino({ level: 'error' }, pino.destination(2)),
  publicUrl: 'http://127.0.0.1',
  demo: true,
  sessionSecret: settings.sessionSecret,
}
const services = createServices(deps)
await awaitDatabase(deps.sql)
const sync = await startSync({ deps, services } as Parameters<typeof startSync>[0])
const server = createServer()
routeUpgrades(server, { sync: sync.upgrade, publicUrl: null, allowVite: false })
server.listen(settings.port, '127.0.0.1', () => console.log(`listening ${(server.address() as AddressInfo).port}`))

process.on('message', () => {
  for (let n = 0; n < 3; n++) globalThis.gc?.()
  const { heapUsed: heap, rss } = process.memoryUsage()
  const measured: Measured = {
    heap,
    rss,
    connections: sync.stats().connections,
    ends: Object.fromEntries(sync.meters.ends),
  }
  process.send?.(measured)
})
