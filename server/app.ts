import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino, { type Logger } from 'pino'
import { systemClock } from '#shared/kernel/clock'
import { platformRandomBytes } from '#shared/kernel/ids'
import { createContainer } from './container'
import { type Database, openDatabase } from './db/database'
import { migrate } from './db/migrate'
import type { Env } from './env'
import { createHttpApp } from './http/createHttpApp'
import { finishRequests } from './http/finishRequests'
import { databaseAnswers, isHealth, sendHealth, whileStarting } from './http/health'
import { isMetrics, mayReadMetrics, sendMetrics } from './http/metricsRoute'
import { loadPages } from './http/pages'
import { createRequestMeters } from './http/requestMeters'
import { routeUpgrades } from './http/upgradeRouter'
import { openMailServer } from './jobs/smtp'
import { startJobs } from './jobs/startJobs'
import { createMetrics } from './metrics/createMetrics'
import { startRealtime } from './realtime/startRealtime'
import { sessionSecret } from './secret'
import { seedDemoFair } from './services/demo/seedDemoFair'
import { migrateDocuments } from './services/documents/migrateDocuments'
import { startSync } from './sync/startSync'

export interface RunningApp {
  url: string
  port: number
  database: Database
  close(): Promise<void>
}

/** Starts everything on one port: 503 from the first moment, 200 on /health once all of it is ready. */
export async function startApp(env: Env, log: Logger = createLog(env)): Promise<RunningApp> {
  let handle = whileStarting
  const server = createServer((request, response) => handle(request, response))
  const port = await listen(server, env)
  const closers: (() => Promise<void> | void)[] = [() => closeServer(server)]
  const finish = finishRequests(server)
  const close = async () => {
    await finish()
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const url = env.publicUrl ?? `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`
    const database = await openDatabase(env, log)
    closers.push(() => database.close())
    await migrate(database.sql)

    const container = createContainer({
      sql: database.sql,
      clock: systemClock,
      randomBytes: platformRandomBytes,
      log,
      publicUrl: url,
      demo: env.demo,
      sessionSecret: await sessionSecret(env.sessionSecret, env.dataDir),
    })
    if (env.demo && (await seedDemoFair(container.deps)())) log.info('the demo fair was written')
    await migrateDocuments(container.deps)
    const sync = await startSync(container)
    closers.push(() => sync.close())
    const pages = await loadPages(server, env.production)
    closers.push(() => pages.close())
    const requests = createRequestMeters()
    const http = createHttpApp({
      container,
      publicUrl: env.publicUrl,
      production: env.production,
      sendsMail: env.smtpUrl !== null,
      meters: requests,
      ...pages,
    })
    routeUpgrades(server, {
      sync: sync.upgrade,
      publicUrl: env.publicUrl,
      allowVite: pages.vite !== null,
    })
    const events = await startRealtime({ container, server, publicUrl: env.publicUrl })
    closers.push(() => events.close())
    const metrics = createMetrics({ sql: database.sql, sync, requests, events })
    const mailServer = env.smtpUrl === null ? null : openMailServer(env.smtpUrl, url)
    closers.push(() => mailServer?.close())
    closers.push(await startJobs({ container, send: mailServer?.send ?? null }))
    handle = (request, response) => {
      const access = { token: env.metricsToken, publicUrl: env.publicUrl }
      if (isMetrics(request) && mayReadMetrics(request, access)) return sendMetrics(response, metrics)
      if (!isHealth(request.url)) return http(request, response)
      void databaseAnswers(database.sql).then((answers) => sendHealth(response, answers ? 'ok' : 'database away'))
    }
    return { url, port, database, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Warnings and errors as JSON lines in production; set LOG_LEVEL for more. */
const createLog = (env: Env): Logger =>
  pino({ level: process.env.LOG_LEVEL ?? (env.production ? 'warn' : 'info'), base: undefined })

async function listen(server: Server, { port, host }: Env): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is in use; set PORT to another one.`) : error),
    )
    server.listen(port, host, resolve)
  })
  return (server.address() as AddressInfo).port
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
