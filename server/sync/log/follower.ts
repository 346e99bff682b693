import type { Logger } from 'pino'
import type { Sql } from '#server/db/client'
import { type LogRow, readRowsAfter } from './readLog'

/** A room, as far as following the log is concerned. */
export interface Following {
  readonly fairId: string
  /** Every row up to here has been passed on. */
  readonly position: number
  /** Rows after `position`, in order. */
  follow(rows: readonly LogRow[]): void
}

const RETRY_MS = 500
const LATER_MS = 1000

/**
 * Reads on in the log what other processes and services wrote. Messages only wake it, and each says how far the log has got:
 * a missed one is made good by the next, or by `wakeAll` once messages come again.
 */
export class Follower {
  private readonly wanted = new Map<string, number>()
  private readonly later = new Map<string, number>()
  private timer: NodeJS.Timeout | null = null
  private running = false

  constructor(
    private readonly sql: Sql,
    private readonly log: Logger,
    private readonly rooms: { get(fairId: string): Following | undefined; all(): Iterable<Following> },
  ) {}

  wake(fairId: string, position: number): void {
    this.wanted.set(fairId, Math.max(position, this.wanted.get(fairId) ?? 0))
    if (this.running) return
    this.running = true
    setImmediate(() => void this.run())
  }

  /** For this process's own rows: their room knows of them, unless they were given up for lost and arrived after all. */
  wakeLater(fairId: string, position: number): void {
    this.later.set(fairId, position)
    this.timer ??= setTimeout(() => {
      this.timer = null
      for (const [id, last] of this.later) this.wake(id, last)
      this.later.clear()
    }, LATER_MS)
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer)
    this.wanted.clear()
  }

  /** Messages may have been missed. */
  wakeAll(): void {
    for (const room of this.rooms.all()) this.wake(room.fairId, Number.POSITIVE_INFINITY)
  }

  private async run(): Promise<void> {
    while (this.wanted.size > 0) {
      const behind = this.takeBehind()
      if (behind.length === 0) continue
      try {
        const rows = await readRowsAfter(this.sql, behind)
        this.handOut(behind, rows)
      } catch (error) {
        this.log.warn({ err: error }, 'the log could not be followed')
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
        for (const room of behind) this.wanted.set(room.fairId, Number.POSITIVE_INFINITY)
      }
    }
    this.running = false
  }

  private handOut(behind: readonly Following[], rows: readonly LogRow[]): void {
    const byFair = new Map<string, LogRow[]>(behind.map((room) => [room.fairId, []]))
    for (const row of rows) byFair.get(row.fairId)?.push(row)
    for (const room of behind) {
      // A room that was closed and opened again meanwhile has read for itself.
      if (this.rooms.get(room.fairId) === room) room.follow(byFair.get(room.fairId) ?? [])
    }
  }

  private takeBehind(): Following[] {
    const behind: Following[] = []
    for (const [fairId, position] of this.wanted) {
      const room = this.rooms.get(fairId)
      if (room && room.position < position) behind.push(room)
    }
    this.wanted.clear()
    return behind
  }
}
