import type { Who } from '#shared/protocol/sync'
import { MAX_GONE_IDS, MAX_PRESENCE_BYTES, MAX_PRESENCE_DEPTH, MAX_PRESENCE_IDS, PRESENCE_TICK_MS } from '../limits'
import type { SaidElsewhere } from '../peers/messages'
import { MalformedError } from '../updates/byteReader'
import { awarenessFrame, type Frame, varUintBytes, whoFrame } from '../wire/frames'
import { jsonDepth } from '../wire/jsonDepth'
import type { PresenceEntry } from '../wire/readMessage'
import { colourOf } from './colour'

/** A connection, as far as presence is concerned: of this process, or of the one that is named. */
export interface Speaker {
  readonly accountId: string
  readonly name: string
  readonly colour: number
  readonly peer?: string
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
  peer: string | undefined
  at: number
}

export interface PresencePorts {
  /** Frames for everyone; those for `who` only for clients that asked for such messages. */
  send(news: PresenceNews): void
  /** Clients of connections of this process that moved, came or went; true where a connection has just taken one on. */
  tell(moved: ReadonlyMap<number, boolean>): void
}

/** The awareness of others that stock clients send back is at most this old. */
const GONE_MS = 60_000
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** `who` only where somebody came or went. */
export interface PresenceNews {
  all: Frame
  who: Frame | null
}

export type PresenceVerdict = 'ok' | 'awarenessOfOther' | 'tooMany' | 'tooLarge'

/**
 * Who is where, of one room: the newest entry of each awareness client as it was sent, bound to the connection that
 * speaks for it, in whatever process; passed on once a tick.
 */
export class Presence {
  private readonly spoken = new Map<number, Spoken>()
  private readonly gone = new Map<number, Gone>()
  /** The client that a connection named first, and alone: itself. */
  private readonly own = new WeakMap<Speaker, number | null>()
  private changed = new Set<number>()
  private moved = new Map<number, boolean>()
  private whoChanged = false
  private timer: NodeJS.Timeout | null = null

  constructor(private readonly ports: PresencePorts) {}

  /** Throws MalformedError. */
  hear(speaker: Speaker, entries: readonly PresenceEntry[]): PresenceVerdict {
    this.introduce(speaker, entries)
    let left = false
    let taken = 0
    for (const entry of entries) {
      const { clientId, clock } = entry
      const spoken = this.spoken.get(clientId)
      const isOther = spoken !== undefined && spoken.speaker !== speaker
      const isBack = isOther && this.isBack(speaker, entry, spoken)
      if (isOther && !isBack) {
        // Stock clients send back what they heard of others, and that others fell silent. Only something new is forged.
        if (clock <= spoken.clock) continue
        if (spoken.speaker.accountId !== speaker.accountId) return 'awarenessOfOther'
        // Another tab's, heard within the browser.
        spoken.speaker.probe()
      } else if (entry.isNull) {
        if (spoken && clock >= spoken.clock) {
          this.forget(clientId, spoken, clock)
          left = true
        }
      } else if (isBack || (spoken ? clock > spoken.clock : this.mayClaim(speaker, clientId, clock))) {
        if ((!spoken || isBack) && (++taken > MAX_PRESENCE_IDS || this.count(speaker) >= MAX_PRESENCE_IDS))
          return 'tooMany'
        if (entry.bytes.length > MAX_PRESENCE_BYTES) return 'tooLarge'
        requireJson(entry.state)
        if (isBack) spoken.speaker.probe()
        const isFresh = (!spoken || isBack) && this.own.get(speaker) === clientId
        this.moved.set(clientId, isFresh || this.moved.get(clientId) === true)
        this.keep(clientId, { clock, bytes: Buffer.from(entry.bytes), speaker })
      }
    }
    if (left) this.flush()
    return 'ok'
  }

  /** What the connection spoke for ends with it. */
  leave(speaker: Speaker): void {
    this.forgetAll((spoken) => spoken.speaker === speaker)
  }

  /** What people of another process say. `whole`: whoever of them is not named has gone. */
  hearPeer(peer: string, said: readonly SaidElsewhere[], whole: boolean): void {
    let left = false
    for (const one of said) {
      const { clientId, clock, bytes } = one
      const spoken = this.spoken.get(clientId)
      if (bytes !== null) {
        if (!this.mayClaimElsewhere(peer, one, spoken)) continue
        const { accountId, name } = one
        const speaker: Speaker = { accountId, name, colour: colourOf(accountId), peer, probe: () => {} }
        this.keep(clientId, { clock, bytes, speaker })
      } else if (spoken?.speaker.peer === peer && clock >= spoken.clock) {
        this.forget(clientId, spoken, clock)
        left = true
      }
    }
    if (left) this.flush()
    if (!whole) return
    const named = new Set(said.map(({ clientId }) => clientId))
    this.forgetAll(({ speaker }, clientId) => speaker.peer === peer && !named.has(clientId))
  }

  /** The process is gone, or its room is. */
  losePeer(peer: string): void {
    this.forgetAll(({ speaker }) => speaker.peer === peer)
  }

  /** What connections of this process said last, for others: of everyone, or of those that moved. */
  spokenHere(moved?: ReadonlyMap<number, boolean>): SaidElsewhere[] {
    const said: SaidElsewhere[] = []
    for (const clientId of moved?.keys() ?? this.spoken.keys()) {
      const spoken = this.spoken.get(clientId)
      const gone = this.gone.get(clientId)
      if (spoken && spoken.speaker.peer === undefined) {
        const { clock, bytes, speaker } = spoken
        const { accountId, name } = speaker
        said.push({ clientId, clock, bytes, accountId, name, fresh: moved?.get(clientId) === true })
      } else if (!spoken && gone?.peer === undefined && gone) {
        said.push({ clientId, clock: gone.clock, bytes: null, accountId: gone.accountId, name: '', fresh: false })
      }
    }
    return said
  }

  /** Somebody else who is here speaks for it. */
  isOfOther(clientId: number, accountId: string): boolean {
    const spoken = this.spoken.get(clientId)
    return spoken !== undefined && spoken.speaker.accountId !== accountId
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
    const news = this.take()
    if (news) this.ports.send(news)
  }

  /** The same, to go along with something else; null: nothing has. */
  take(): PresenceNews | null {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (this.moved.size > 0) this.ports.tell(this.moved)
    this.moved = new Map()
    if (this.changed.size === 0) return null
    const entries = [...this.changed].map((id) => this.spoken.get(id)?.bytes ?? nullEntry(id, this.gone.get(id)))
    this.changed = new Set()
    const who = this.whoChanged ? this.who() : null
    this.whoChanged = false
    return { all: awarenessFrame(entries), who }
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  /** Whoever comes back says first and alone where it is, as its old connection had it. */
  private introduce(speaker: Speaker, entries: readonly PresenceEntry[]): void {
    const [first] = entries
    if (!first || this.own.has(speaker)) return
    this.own.set(speaker, entries.length === 1 && !first.isNull ? first.clientId : null)
  }

  /** The old connection, here or elsewhere, does not know yet that it is over. */
  private isBack(speaker: Speaker, { clientId, clock, isNull }: PresenceEntry, spoken: Spoken): boolean {
    const isSame = this.own.get(speaker) === clientId && spoken.speaker.accountId === speaker.accountId
    return isSame && !isNull && clock >= spoken.clock
  }

  private keep(clientId: number, spoken: Spoken): void {
    if (!this.spoken.has(clientId)) this.whoChanged = true
    this.spoken.set(clientId, spoken)
    this.gone.delete(clientId)
    this.changed.add(clientId)
    this.timer ??= setTimeout(() => this.flush(), PRESENCE_TICK_MS)
  }

  private forget(clientId: number, { speaker }: Spoken, clock: number): void {
    this.spoken.delete(clientId)
    const now = performance.now()
    // In order of their going.
    for (const [id, { at }] of this.gone) {
      if (now - at <= GONE_MS && this.gone.size < MAX_GONE_IDS) break
      this.gone.delete(id)
    }
    this.gone.delete(clientId)
    const { accountId, peer } = speaker
    this.gone.set(clientId, { clock, accountId, peer, at: now })
    this.changed.add(clientId)
    this.whoChanged = true
    if (peer === undefined) this.moved.set(clientId, false)
  }

  private forgetAll(isOver: (spoken: Spoken, clientId: number) => boolean): void {
    for (const [clientId, spoken] of this.spoken) {
      if (isOver(spoken, clientId)) this.forget(clientId, spoken, spoken.clock)
    }
    this.flush()
  }

  /** Nobody speaks for it. What was last heard of somebody gone is an echo, unless it is that person's own return. */
  private mayClaim(speaker: Speaker, clientId: number, clock: number): boolean {
    const gone = this.gone.get(clientId)
    if (!gone || clock > gone.clock) return true
    return gone.accountId === speaker.accountId && this.count(speaker) === 0
  }

  /** Of two processes that speak for the same client of the same person, the one with the newer word is right. */
  private mayClaimElsewhere(
    peer: string,
    { clientId, clock, accountId, fresh }: SaidElsewhere,
    spoken?: Spoken,
  ): boolean {
    if (!spoken) {
      const gone = this.gone.get(clientId)
      return !gone || clock > gone.clock || fresh || gone.peer === peer
    }
    if (spoken.speaker.accountId !== accountId) return false
    return clock > spoken.clock || (clock === spoken.clock && (fresh || spoken.speaker.peer === peer))
  }

  private count(speaker: Speaker): number {
    let count = 0
    for (const spoken of this.spoken.values()) if (spoken.speaker === speaker) count++
    return count
  }
}

/** What no client can read must not share a frame with what they can. */
function requireJson(state: Uint8Array): void {
  if (jsonDepth(state) > MAX_PRESENCE_DEPTH) throw new MalformedError('presence is nested too deep')
  try {
    JSON.parse(utf8.decode(state))
  } catch {
    throw new MalformedError('presence is not JSON')
  }
}

const nullEntry = (clientId: number, gone: Gone | undefined): Uint8Array =>
  Buffer.concat([varUintBytes(clientId), varUintBytes(gone?.clock ?? 0), varUintBytes(4), Buffer.from('null')])
