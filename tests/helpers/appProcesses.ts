import { inject } from 'vitest'
import { eventually } from './eventually'
import { type RoundRobinProxy, startRoundRobinProxy } from './roundRobinProxy'
import { type ServerProcess, startServer } from './serverProcess'

export interface AppProcesses {
  /** Where people come in: each connection at the next process. */
  proxy: RoundRobinProxy
  /** `http://127.0.0.1:port` of each. */
  urls: string[]
  /** As the kernel would, without a word; connections go to the others from then on. */
  kill(index: number): Promise<void>
  /** One more in its place. */
  startAgain(index: number): Promise<void>
  close(): Promise<void>
}

/** The built app several times over one database of the run's PostgreSQL, behind a proxy without sticky sessions. */
export async function startApps(
  count: number,
  database: string,
  settings: { sessionSecret: string; smtpUrl?: string },
): Promise<AppProcesses> {
  const proxy = await startRoundRobinProxy()
  const env = {
    DATABASE_URL: `postgres:///${database}`,
    PGHOST: inject('socketFolder'),
    PGUSER: 'beursvloer',
    SESSION_SECRET: settings.sessionSecret,
    PUBLIC_URL: proxy.url,
    DATA_DIR: '/nonexistent',
    DEMO: 'off',
    SMTP_URL: settings.smtpUrl ?? '',
  }
  const servers: ServerProcess[] = []
  const urls: string[] = []
  const start = async (index: number) => {
    const port = await freePort()
    servers[index] = await startServer({ ...env, PORT: String(port) })
    urls[index] = `http://127.0.0.1:${port}`
    proxy.targets = urls.flatMap((url) => Number(new URL(url).port))
  }
  await Promise.all(Array.from({ length: count }, (_, index) => start(index)))
  const apps: AppProcesses = {
    proxy,
    urls,
    kill: async (index) => void (await servers[index]?.end('SIGKILL')),
    startAgain: start,
    close: async () => {
      await proxy.close()
      await Promise.all(servers.map((server) => server.end('SIGKILL')))
    },
  }
  await eventually(async () => {
    for (let n = 0; n < count; n++)
      if ((await fetch(`${proxy.url}/health`)).status !== 200) throw new Error('not ready')
  })
  return apps
}

/** With PUBLIC_URL a process says that address, not its own. */
async function freePort(): Promise<number> {
  const probe = await startRoundRobinProxy()
  await probe.close()
  return Number(new URL(probe.url).port)
}
