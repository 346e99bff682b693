import type { RestoreNote } from '#shared/history/types'

/** A row of the log without its bytes. */
export interface LogLine {
  position: number
  accountId: string | null
  at: Date
  note: RestoreNote | null
}

/** Rows from..position, with the last one's author and time. */
export interface Gesture extends LogLine {
  from: number
}

/** A pause that ends a gesture: programs that write every frame of a drag write several in that time. */
const PAUSE_MS = 2000
/** However steadily somebody works, an entry is about one minute at most. */
const LONGEST_MS = 60_000

/**
 * Whether the gesture ends with `row`, decided by it and the one after it alone: wherever reading starts, the same gestures are
 * found. A moment that has a name ends one, so that the name stays with what it was given to.
 */
export function endsGesture(row: LogLine, next: LogLine | undefined, isNamed: (position: number) => boolean): boolean {
  if (!next || next.accountId !== row.accountId || isNamed(row.position)) return true
  if (row.note || next.note) return row.note?.id !== next.note?.id
  const [here, there] = [row.at.getTime(), next.at.getTime()]
  return Math.abs(there - here) > PAUSE_MS || Math.floor(here / LONGEST_MS) !== Math.floor(there / LONGEST_MS)
}
