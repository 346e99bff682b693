import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { connect } from '#server/db/client'
import { startEmbedded } from '#server/db/embedded'
import { migrate } from '#server/db/migrate'
import { temporaryFolder } from './serverProcess'

declare module 'vitest' {
  interface ProvidedContext {
    socketFolder: string
  }
}

export const TEMPLATE = 'template_migrated'

/** One real PostgreSQL for the whole run, thrown away afterwards, with a migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder()
  const server = await startEmbedded({ dataDir: folder, settings: ['fsync=on', 'max_connections=300'] })
  const admin = connect({ socketFolder: server.socketFolder, database: 'postgres', maxConnections: 1 })
  await admin.unsafe(`create database ${TEMPLATE}`)
  await admin.end()
  const sql = connect({ socketFolder: server.socketFolder, database: TEMPLATE, maxConnections: 1 })
  await migrate(sql)
  await sql.end()
  project.provide('socketFolder', server.socketFolder)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
