import { access } from 'node:fs/promises'
import path from 'node:path'
import { connect, type DatabaseTarget, type Sql } from '#server/db/client'
import { type EmbeddedPostgres, socketFolderOf, startEmbedded } from '#server/db/embedded'
import { isDatabaseAway } from '#server/db/errors'
import { readEnv } from '#server/env'
import { Refusal } from './backupFormat'

export interface Place {
  sql: Sql
  close(): Promise<void>
}

/** Not the app's, so that a restore can tell the app's connections from its own. */
const NAME = 'beursvloer-backup'

/**
 * The database of DATABASE_URL, or the embedded one below DATA_DIR: the running app's, else one started for as long as it takes.
 * `make` makes a new one where there is none.
 */
export async function openPlace(source: NodeJS.ProcessEnv, { make }: { make: boolean }): Promise<Place> {
  // Nobody signs in here: the secret is not asked for.
  const read = readEnv({ DATABASE_URL: source.DATABASE_URL, DATA_DIR: source.DATA_DIR, SESSION_SECRET: '-'.repeat(32) })
  if ('mistakes' in read) throw new Refusal(read.mistakes.join('\n'))
  const { databaseUrl, dataDir } = read.env
  if (databaseUrl) return open({ url: databaseUrl }, async () => {})

  const socketFolder = await socketFolderOf(dataDir)
  if (await answers(socketFolder)) return open({ socketFolder }, async () => {})
  const isThere = await access(path.join(socketFolder, 'cluster/PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (!isThere && !make)
    throw new Refusal(`There is no database below ${dataDir}: set DATA_DIR or DATABASE_URL as for the app.`)
  const server = await startEmbedded({ dataDir })
  return open({ socketFolder: server.socketFolder, database: server.database }, () => stopUnlessUsed(server))
}

function open(target: DatabaseTarget, after: () => Promise<void>): Place {
  const sql = connect({ ...target, maxConnections: 2, name: NAME })
  return {
    sql,
    close: async () => {
      await sql.end({ timeout: 5 })
      await after()
    },
  }
}

/** An app that was started meanwhile goes on with the server that it found. */
async function stopUnlessUsed(server: EmbeddedPostgres): Promise<void> {
  const sql = connect({ socketFolder: server.socketFolder, database: 'postgres', maxConnections: 1, name: NAME })
  const others =
    await sql`select from pg_stat_activity where datname = ${server.database} and application_name <> ${NAME}`
  await sql.end({ timeout: 1 })
  if (others.length > 0) return
  // The server's process alone would not keep this one waiting for it.
  const waiting = setInterval(() => {}, 1000)
  await server.stop()
  clearInterval(waiting)
}

async function answers(socketFolder: string): Promise<boolean> {
  const sql = connect({ socketFolder, maxConnections: 1, name: NAME })
  try {
    await sql`select 1`
    return true
  } catch (error) {
    if (isDatabaseAway(error)) return false
    throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** What whoever runs this can do something about, in words; null for the rest. */
export function explain(error: unknown): string | null {
  if (error instanceof Refusal) return error.message
  if (error instanceof Error && error.name === 'AbortError' && error.cause) return explain(error.cause)
  if (isDatabaseAway(error)) return 'The database cannot be reached, or went away: nothing was kept of this attempt.'
  const code = error instanceof Error && 'code' in error ? error.code : null
  const message = error instanceof Error ? error.message : ''
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return 'The disk is full: nothing was kept of this attempt.'
  if (code === '53100') return "The database's disk is full: nothing was changed."
  if (code === '28P01' || code === '3D000' || code === '42501') return `The database refuses: ${message}`
  if (code === 'ENOENT') return `No such file or folder: ${message}`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `Not allowed here: ${message}`
  return null
}
