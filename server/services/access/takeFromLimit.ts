import type { Queryable } from '#server/db/client'
import { AppError } from '#shared/kernel/errors'

export interface Allowance {
  /** What is limited and for whom; no personal data in the clear. */
  key: string
  hits: number
  windowSeconds: number
}

const KEEP_SECONDS = 2 * 86_400

/**
 * Counts one hit in the current window, for all processes together. Errors: TOO_MANY_REQUESTS.
 * Outside a transaction that may be rolled back: attempts that fail count too.
 */
export async function takeFromLimit(sql: Queryable, now: Date, { key, hits, windowSeconds }: Allowance): Promise<void> {
  const windowMs = windowSeconds * 1000
  const start = new Date(Math.floor(now.getTime() / windowMs) * windowMs)
  await sql`delete from rate_limits where window_start < ${new Date(now.getTime() - KEEP_SECONDS * 1000)}`
  const [row] = await sql<{ hits: number }[]>`
    insert into rate_limits (key, window_start, hits) values (${key}, ${start}, 1)
    on conflict (key, window_start) do update set hits = rate_limits.hits + 1
    returning hits`
  if (row && row.hits > hits) {
    const seconds = Math.max(1, Math.ceil((start.getTime() + windowMs - now.getTime()) / 1000))
    throw new AppError('TOO_MANY_REQUESTS', { detail: key.split(':', 1)[0], params: { seconds } })
  }
}
