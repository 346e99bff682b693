import path from 'node:path'
import type pg from 'pg'
import type { Sql } from './client'

/** The same database for the second driver (pg), which Socket.IO's adapter wants. */
export function pgSettings(sql: Sql): pg.ClientConfig {
  const { options } = sql
  const socket: string | undefined = options.path || undefined
  return {
    host: socket ? path.dirname(socket) : options.host[0],
    port: options.port[0],
    user: options.user,
    password: options.pass ?? undefined,
    database: options.database,
    ssl: sslOf(options.ssl),
    application_name: options.connection?.application_name ?? 'beursvloer',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  }
}

/** postgres.js checks certificates with `verify-full` only, as PostgreSQL's own programs do. */
function sslOf(ssl: unknown): pg.ClientConfig['ssl'] {
  if (!ssl) return false
  if (typeof ssl === 'object') return ssl
  return { rejectUnauthorized: ssl === 'verify-full' || ssl === true }
}
