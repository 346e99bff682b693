import type { Who } from '#shared/protocol/sync'
import { MAX_PRESENCE_BYTES, MAX_PRESENCE_IDS, PRESENCE_TICK_MS } from '../limits'
import { MalformedError } from '../updates/byteReader'
import { awarenessFrame, type Frame, varUintBytes, whoFrame } from '../wire/frames'
import type { PresenceEntry } from '../wire/readMessage'

/** A connection, as far as presence is concerned. */
export interface Speaker {
  readonly accountId: string
  readonly name: string
  readonly colour: number
  /** Asks the other side for a sign of life; without one the connection ends. */
  probe(): void
}

interface Spoken {
  clock: number
  bytes: Uint8Array
  speaker: Speaker
}

interface Gone {
  clock: number
  accountId: string
  at: number
}

/** The awareness of others that stock clients send back is at most this old. */
const GONE_MS = 60_000
const utf8 = new TextDecoder('utf-8', { fatal: true })

export type PresenceVerdict = 'ok' | 'awarenessOfOther' | 'tooMany' | 'tooLarge'

/**
 * Who is where, of one room: the newest entry of each awareness client as it was sent, bound to the connection that
 * speaks for it, passed on once a tick.
 */
export class Presence {
  private readonly spoken = new Map<number, Spoken>()
  private readonly gone = new Map<number, Gone>()
  private changed = new Set<number>()
  private whoChanged = false
  private timer: NodeJS.Timeout | null = null

  /** `send` passes frames to everyone; those for `who` only to clients that asked for such messages. */
  constructor(private readonly send: (frames: { all: Frame | null; who: Frame | null }) => void) {}

  /** Throws MalformedError. */
  hear(speaker: Speaker, entries: readonly PresenceEntry[]): PresenceVerdict {
    let left = false
    for (const entry of entries) {
      const { clientId, clock } = entry
      const spoken = this.spoken.get(clientId)
      if (spoken && spoken.speaker !== speaker) {
        // Stock clients send back what they heard of others, and that others fell silent. Only something new is forged.
        if (clock <= spoken.clock) continue
        if (spoken.speaker.accountId !== speaker.accountId) return 'awarenessOfOther'
        // Another tab's, heard within the browser; or this one's, whose old connection does not know yet that it is dead.
        spoken.speaker.probe()
      } else if (entry.isNull) {
        if (spoken && clock >= spoken.clock) {
          this.forget(clientId, spoken, clock)
          left = true
        }
      } else if (spoken ? clock > spoken.clock : this.mayClaim(speaker, clientId, clock)) {
        if (!spoken && this.count(speaker) >= MAX_PRESENCE_IDS) return 'tooMany'
        if (entry.bytes.length > MAX_PRESENCE_BYTES) return 'tooLarge'
        this.keep(speaker, entry)
      }
    }
    if (left) this.flush()
    return 'ok'
  }

  /** What the connection spoke for ends with it. */
  leave(speaker: Speaker): void {
    for (const [clientId, spoken] of this.spoken) {
      if (spoken.speaker === speaker) this.forget(clientId, spoken, spoken.clock)
    }
    this.flush()
  }

  /** Everyone's newest entry, for who has just come. */
  all(): Frame | null {
    return this.spoken.size > 0 ? awarenessFrame([...this.spoken.values()].map(({ bytes }) => bytes)) : null
  }

  who(): Frame {
    const who = [...this.spoken].map(([clientId, { speaker }]): Who => {
      const { accountId, name, colour } = speaker
      return { clientId, accountId, name, colour }
    })
    return whoFrame(who)
  }

  /** What has changed since the last tick, at once. */
  flush(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (this.changed.size === 0) return
    const entries = [...this.changed].map((id) => this.spoken.get(id)?.bytes ?? nullEntry(id, this.gone.get(id)))
    this.changed = new Set()
    const who = this.whoChanged ? this.who() : null
    this.whoChanged = false
    this.send({ all: awarenessFrame(entries), who })
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private keep(speaker: Speaker, { clientId, clock, bytes, state }: PresenceEntry): void {
    requireJson(state)
    if (!this.spoken.has(clientId)) this.whoChanged = true
    this.spoken.set(clientId, { clock, bytes: Buffer.from(bytes), speaker })
    this.gone.delete(clientId)
    this.changed.add(clientId)
    this.timer ??= setTimeout(() => this.flush(), PRESENCE_TICK_MS)
  }

  private forget(clientId: number, { speaker }: Spoken, clock: number): void {
    this.spoken.delete(clientId)
    const now = performance.now()
    for (const [id, { at }] of this.gone) if (now - at > GONE_MS) this.gone.delete(id)
    this.gone.set(clientId, { clock, accountId: speaker.accountId, at: now })
    this.changed.add(clientId)
    this.whoChanged = true
  }

  /** Nobody speaks for it. What was last heard of somebody gone is an echo, unless it is that person's own return. */
  private mayClaim(speaker: Speaker, clientId: number, clock: number): boolean {
    const gone = this.gone.get(clientId)
    if (!gone || clock > gone.clock) return true
    return gone.accountId === speaker.accountId && this.count(speaker) === 0
  }

  private count(speaker: Speaker): number {
    let count = 0
    for (const spoken of this.spoken.values()) if (spoken.speaker === speaker) count++
    return count
  }
}

/** What no client can read must not share a frame with what they can. */
function requireJson(state: Uint8Array): void {
  try {
    JSON.parse(utf8.decode(state))
  } catch {
    throw new MalformedError('presence is not JSON')
  }
}

const nullEntry = (clientId: number, gone: Gone | undefined): Uint8Array =>
  Buffer.concat([varUintBytes(clientId), varUintBytes(gone?.clock ?? 0), varUintBytes(4), Buffer.from('null')])
