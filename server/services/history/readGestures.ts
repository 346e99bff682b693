import type { Queryable } from '#server/db/client'
import type { FairId } from '#shared/kernel/ids'
import { endsGesture, type Gesture, type LogLine } from './gestures'

interface Wish {
  fairId: FairId
  /** The newest row to be looked at is the one before it. */
  before: number
  limit: number
  isNamed: (position: number) => boolean
}

const CHUNK = 500
/** As many rows as one page replays at most, unless a single gesture has more. */
const MOST_ROWS = 5000

/** The newest gestures before a row (which began another one), the newest first; and whether there are older ones. */
export async function readGestures(
  sql: Queryable,
  { fairId, before, limit, isNamed }: Wish,
): Promise<{ gestures: Gesture[]; more: boolean }> {
  const gestures: Gesture[] = []
  let next: LogLine | undefined
  let reached = before
  let rows = 0
  for (;;) {
    const lines = await readLines(sql, fairId, reached, CHUNK)
    for (const line of lines) {
      const ends = endsGesture(line, next, isNamed)
      if (ends && (gestures.length === limit || rows >= MOST_ROWS)) return { gestures, more: true }
      const last = gestures.at(-1)
      if (ends || !last) gestures.push({ ...line, from: line.position })
      else last.from = line.position
      next = line
      rows += 1
    }
    if (lines.length < CHUNK) return { gestures, more: false }
    reached = lines.at(-1)?.position ?? 0
  }
}

const readLines = (sql: Queryable, fairId: FairId, before: number, limit: number) => sql<LogLine[]>`
  select position, account_id as "accountId", at, note from document_log
  where fair_id = ${fairId} and position < ${before} order by position desc limit ${limit}`
