import type { Logger } from 'pino'
import type { Sql } from '#server/db/client'
import { isDatabaseAway } from '#server/db/errors'
import { ownConnection } from '#server/db/ownConnection'
import type { Clock } from '#shared/kernel/clock'
import { groupBy } from '#shared/kernel/groupBy'
import type { Right } from '../access/rights'
import { COMMIT_BYTES, COMMIT_ENTRIES, COMMIT_PATIENCE_MS, COMMIT_TICK_MS } from '../limits'
import { storeUpdates } from './storeUpdates'

/** What waits to be on disk. `bytes` null: nothing to store, but to be told when all before it is. */
export interface LogEntry extends Right {
  readonly bytes: Uint8Array | null
}

export interface Settled<E> {
  entry: E
  /** Null: not stored, since there was nothing to store or the author may not. */
  position: number | null
}

export interface LogListener<E> {
  /** They are on disk. In the order in which they came. */
  onStored(settled: readonly Settled<E>[]): void
  /** It is not known whether they are. Nothing of this fair that came later may be stored either. */
  onFailed(entries: readonly E[]): void
}

/** Few rows by their keys, always: no statistics of a young table may make it read whole ones. */
const SESSION = {
  settings: {
    plan_cache_mode: 'force_generic_plan',
    enable_seqscan: 'off',
    enable_hashjoin: 'off',
    enable_mergejoin: 'off',
  },
}

/**
 * Group commit: whatever came in, of all rooms, goes to the database in one statement, one at a time. Under load the batches
 * grow instead of the queue.
 */
export class UpdateLog<E extends LogEntry> {
  private queue: E[] = []
  private running: Promise<void> | null = null
  private lastStart = 0
  private lastRows = 0
  private own: Sql
  commits = 0

  constructor(
    private readonly sql: Sql,
    private readonly source: string,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly listener: LogListener<E>,
  ) {
    this.own = ownConnection(sql, SESSION)
  }

  append(entry: E): void {
    this.queue.push(entry)
    this.running ??= this.run()
  }

  /** Takes out what waits for this fair. */
  discard(fairId: string): void {
    this.queue = this.queue.filter((entry) => entry.fairId !== fairId)
  }

  /** Resolves once nothing waits any more. */
  async settled(): Promise<void> {
    while (this.running) await this.running
  }

  async close(): Promise<void> {
    await this.settled()
    await this.own.end({ timeout: 1 })
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      await pause(this.lastStart + tickAfter(this.lastRows) - performance.now())
      this.lastStart = performance.now()
      const batch = this.takeBatch()
      this.lastRows = batch.length
      if (batch.length > 0) await this.commit(batch)
    }
    this.running = null
  }

  private takeBatch(): E[] {
    let bytes = 0
    let count = 0
    for (const entry of this.queue) {
      bytes += entry.bytes?.length ?? 0
      if (count === COMMIT_ENTRIES || (count > 0 && bytes > COMMIT_BYTES)) break
      count++
    }
    return this.queue.splice(0, count)
  }

  private async commit(batch: E[]): Promise<void> {
    try {
      this.listener.onStored(await this.store(batch))
    } catch (error) {
      const byFair = [...groupBy(batch, ({ fairId }) => fairId).values()]
      if (isDatabaseAway(error) || error instanceof PatienceError || byFair.length === 1) {
        this.log.error({ err: error, updates: batch.length }, 'updates could not be stored')
        this.listener.onFailed(batch)
        return
      }
      // One bad row must not cost the other rooms theirs.
      for (const entries of byFair) await this.commit(entries)
    }
  }

  private async store(batch: readonly E[]): Promise<Settled<E>[]> {
    const rows = batch.filter((entry): entry is E & { bytes: Uint8Array } => entry.bytes !== null)
    const positions =
      rows.length > 0
        ? await this.withPatience(storeUpdates(this.own, { source: this.source, now: this.clock.now() }, rows))
        : []
    if (rows.length > 0) this.commits++
    let next = 0
    return batch.map((entry) => ({ entry, position: entry.bytes === null ? null : (positions[next++] ?? null) }))
  }

  /** A connection that hangs would otherwise hold everybody up for ever. The rows may still arrive: others follow them. */
  private async withPatience<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new PatienceError('the database took too long'))
        // Whatever comes next must not wait behind it.
        void this.own.end({ timeout: 0 })
        this.own = ownConnection(this.sql, SESSION)
      }, COMMIT_PATIENCE_MS)
    })
    try {
      return await Promise.race([work, patience])
    } finally {
      clearTimeout(timer)
    }
  }
}

class PatienceError extends Error {}

/** The more there is to do, the more goes together: who is alone is stored at once, a crowd shares. */
const tickAfter = (rows: number): number => Math.min(COMMIT_TICK_MS.most, COMMIT_TICK_MS.least + rows)

/** At least to the end of this turn of the event loop: what arrived with one read goes together. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => (ms >= 1 ? setTimeout(resolve, ms) : setImmediate(resolve)))
