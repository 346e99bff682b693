import type { Queryable } from '#server/db/client'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'

/** Which moment: the one after a row of the log (0: before the first), or the one that an instant falls into. */
export type WhichMoment = { position: number } | { at: Date }

export interface LogMoment {
  position: number
  /** Null at position 0. ISO. */
  at: string | null
}

/** Errors: NOT_FOUND for a position that the log has not reached. */
export async function findMoment(sql: Queryable, fairId: FairId, which: WhichMoment): Promise<LogMoment> {
  if ('position' in which && which.position === 0) return { position: 0, at: null }
  const condition =
    'position' in which ? sql`position = ${which.position}` : sql`at <= ${which.at.toISOString()}::timestamptz`
  const [row] = await sql<{ position: number; at: Date }[]>`
    select position, at from document_log where fair_id = ${fairId} and ${condition} order by position desc limit 1`
  if (row) return { position: row.position, at: row.at.toISOString() }
  if ('position' in which) throw new AppError('NOT_FOUND', { detail: `no position ${which.position} in the log` })
  return { position: 0, at: null }
}

/** The last row of the log, and when the first was written. */
export async function logEnds(sql: Queryable, fairId: FairId): Promise<{ latest: LogMoment; firstAt: string | null }> {
  const end = (order: ReturnType<typeof sql>) => sql<{ position: number; at: Date }[]>`
    select position, at from document_log where fair_id = ${fairId} order by position ${order} limit 1`
  const [[last], [first]] = [await end(sql`desc`), await end(sql`asc`)]
  return {
    latest: { position: last?.position ?? 0, at: last?.at.toISOString() ?? null },
    firstAt: first?.at.toISOString() ?? null,
  }
}
