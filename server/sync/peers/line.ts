import type { Logger } from 'pino'
import type { Sql } from '#server/db/client'
import { isDatabaseAway } from '#server/db/errors'
import { ownConnection } from '#server/db/ownConnection'
import type { RandomBytes } from '#shared/kernel/ids'
import { type PeerMessage, writeMessage } from './messages'

/** First key of the two-part advisory locks by which processes are known to live; any number will do. */
const LIVING = 2028
/** The channel on which all processes hear each other. */
export const PEERS_CHANNEL = 'peers'
const RETAKE_MS = 250
/** After a loss of the database everybody needs a moment to be back. */
const GRACE_MS = 3000
/** From one statement to the next: what comes in between goes together. A cursor of another process is no worse for it. */
const TICK_MS = 24

/**
 * What it commits is not waited for on disk: it is for messages, and PostgreSQL lets one transaction with messages commit at a
 * time. A machine that is gone without a word is noticed within some five seconds.
 */
const SESSION = {
  synchronous_commit: 'off',
  tcp_keepalives_idle: '2',
  tcp_keepalives_interval: '1',
  tcp_keepalives_count: '3',
}

export interface LinePorts {
  /** What there is to say now, newest word only. */
  take(): PeerMessage[]
  /** It is not known whether these arrived. */
  onFailed(messages: readonly PeerMessage[]): void
  /** It lives again, under this lock: others may have taken it for dead meanwhile. */
  onAlive(lock: number): void
}

/**
 * A process's own connection to the others. Its session holds an advisory lock for as long as the process lives: PostgreSQL
 * lets go of it the moment that the process is gone, however it went, and everybody can look.
 */
export class PeerLine {
  private readonly line: Sql
  private isUp = false
  private aliveSince = Number.POSITIVE_INFINITY
  private sending: Promise<void> | null = null
  private taking = false
  private closed = false

  constructor(
    private readonly deps: { sql: Sql; log: Logger; randomBytes: RandomBytes },
    private readonly from: string,
    private readonly ports: LinePorts,
  ) {
    this.line = ownConnection(deps.sql, {
      settings: SESSION,
      onLost: () => {
        this.aliveSince = Number.POSITIVE_INFINITY
        if (this.isUp) void this.takeAgain()
      },
    })
  }

  /** Shows that this process lives. */
  async takeLock(): Promise<void> {
    for (;;) {
      const lock = Buffer.from(this.deps.randomBytes(4)).readUInt32BE() >>> 1
      const [row] = await this.line<{ ours: boolean }[]>`select pg_try_advisory_lock(${LIVING}, ${lock}) as ours`
      if (!row?.ours) continue
      this.isUp = true
      this.aliveSince = performance.now()
      this.ports.onAlive(lock)
      return
    }
  }

  /** Locks of the processes that live; null where it cannot be told. */
  async living(): Promise<Set<number> | null> {
    try {
      const rows = await this.line<{ lock: number }[]>`
        select objid::bigint as lock from pg_locks where locktype = 'advisory' and classid = ${LIVING} and objsubid = 2
          and granted and database = (select oid from pg_database where datname = current_database())`
      return performance.now() - this.aliveSince > GRACE_MS ? new Set(rows.map((row) => row.lock)) : null
    } catch (error) {
      this.report(error)
      return null
    }
  }

  /** There is something to say. */
  wake(): void {
    if (!this.closed) this.sending ??= this.send()
  }

  /** Says the last words and lets go. */
  async close(): Promise<void> {
    this.closed = true
    await this.sending
    await this.say(this.ports.take())
    await this.line.end({ timeout: 1 })
  }

  private async send(): Promise<void> {
    // What this turn of the event loop still brings goes along.
    await Promise.resolve()
    for (;;) {
      const messages = this.ports.take()
      if (messages.length === 0) break
      const next = performance.now() + TICK_MS
      if (!(await this.say(messages))) this.ports.onFailed(messages)
      await sleep(next - performance.now())
    }
    this.sending = null
  }

  private async say(messages: readonly PeerMessage[]): Promise<boolean> {
    if (messages.length === 0) return true
    const notifications = messages.flatMap((message) => writeMessage(this.from, message))
    try {
      await this.line`select pg_notify(${PEERS_CHANNEL}, said) from unnest(${notifications}::text[]) as said`
      return true
    } catch (error) {
      this.report(error)
      if (!this.closed) await sleep(RETAKE_MS)
      return false
    }
  }

  private async takeAgain(): Promise<void> {
    if (this.taking) return
    this.taking = true
    while (!this.closed && this.aliveSince === Number.POSITIVE_INFINITY) {
      try {
        await this.takeLock()
      } catch (error) {
        this.report(error)
        await sleep(RETAKE_MS)
      }
    }
    this.taking = false
  }

  private report(error: unknown): void {
    if (!this.closed && !isDatabaseAway(error))
      this.deps.log.warn({ err: error }, 'other processes could not be reached')
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))
