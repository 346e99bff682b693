import type { Deps } from '#server/deps'
import type { Presence } from '../rooms/presence'
import { PEERS_CHANNEL, PeerLine } from './line'
import { MessageReader, type PeerMessage, senderOf } from './messages'

/** How often those that say nothing are looked after. */
const CHECK_MS = 700

interface Peer {
  lock: number
  /** Fairs of which it has a room. */
  readonly rooms: Set<string>
}

interface PeerRoom {
  readonly fairId: string
  readonly presence: Presence
}

/** The rooms of this process. */
export interface PeerRooms {
  get(fairId: string): PeerRoom | undefined
  all(): Iterable<PeerRoom>
}

/**
 * The other processes over the same database, and who is where in their rooms. What their people say reaches this process's
 * rooms, and the other way round, while both have a room of the same fair. A process by itself says nothing.
 */
export class Peers {
  private readonly peers = new Map<string, Peer>()
  private readonly reader = new MessageReader()
  private readonly line: PeerLine
  private lock = 0
  /** What is to be said before presence. */
  private words: PeerMessage[] = []
  /** Awareness clients of this process whose news others have not heard, by fair; true where it has just been taken on. */
  private news = new Map<string, Map<number, boolean>>()
  private isListening = false
  private check: NodeJS.Timeout | null = null
  private unlisten: () => Promise<unknown> = async () => {}

  constructor(
    private readonly deps: Deps,
    private readonly from: string,
    private readonly rooms: PeerRooms,
  ) {
    this.line = new PeerLine(deps, from, {
      take: () => this.take(),
      onFailed: (messages) => this.again(messages),
      onAlive: (lock) => {
        this.lock = lock
        if (this.isListening) this.greet(true)
      },
    })
  }

  get count(): number {
    return this.peers.size
  }

  async start(): Promise<void> {
    await this.line.takeLock()
    const { unlisten } = await this.deps.sql.listen(
      PEERS_CHANNEL,
      (notification) => {
        if (senderOf(notification) !== this.from) this.hear(notification)
      },
      () => {
        this.isListening = true
        this.reader.forget()
        this.greet(true)
      },
    )
    this.unlisten = unlisten
  }

  /** A room was opened here. */
  opened(fairId: string): void {
    this.say({ kind: 'opened', fairId })
  }

  /** The room has gone, and whoever was in it. */
  closed(fairId: string): void {
    this.news.delete(fairId)
    this.say({ kind: 'closed', fairId })
  }

  /** Clients of this process moved, came or went. */
  tell(fairId: string, moved: ReadonlyMap<number, boolean>): void {
    if (!this.isFollowed(fairId)) return
    const news = this.news.get(fairId) ?? new Map<number, boolean>()
    for (const [clientId, fresh] of moved) news.set(clientId, fresh || news.get(clientId) === true)
    this.news.set(fairId, news)
    this.line.wake()
  }

  async close(): Promise<void> {
    if (this.check) clearTimeout(this.check)
    this.check = null
    await this.unlisten()
    this.words.push({ kind: 'bye' })
    this.peers.clear()
    await this.line.close()
  }

  private isFollowed(fairId: string): boolean {
    for (const { rooms } of this.peers.values()) if (rooms.has(fairId)) return true
    return false
  }

  private say(message: PeerMessage): void {
    if (this.peers.size === 0 && message.kind !== 'hello') return
    this.words.push(message)
    this.line.wake()
  }

  private greet(asks: boolean): void {
    this.say({ kind: 'hello', lock: this.lock, rooms: [...this.rooms.all()].map(({ fairId }) => fairId), asks })
  }

  private sayWhole(fairId: string): void {
    const room = this.rooms.get(fairId)
    if (room) this.say({ kind: 'presence', fairId, said: room.presence.spokenHere(), whole: true })
  }

  private take(): PeerMessage[] {
    const messages = this.words
    this.words = []
    for (const [fairId, news] of this.news) {
      const said = this.rooms.get(fairId)?.presence.spokenHere(news) ?? []
      if (said.length > 0) messages.push({ kind: 'presence', fairId, said, whole: false })
    }
    this.news = new Map()
    return messages
  }

  /** They may not have arrived: everything that matters is said anew. */
  private again(messages: readonly PeerMessage[]): void {
    this.greet(false)
    const fairs = new Set(messages.flatMap((message) => ('fairId' in message ? [message.fairId] : [])))
    for (const fairId of fairs) this.sayWhole(fairId)
  }

  private hear(notification: string): void {
    const heard = this.reader.read(notification)
    if (!heard) return
    const { from, message } = heard
    const peer = this.peers.get(from)
    if (message.kind === 'hello') this.meet(from, message)
    else if (message.kind === 'bye') this.lose(from)
    else if (peer) this.follow(from, peer.rooms, message)
    // Taken for dead while it was only out of reach.
    else this.greet(true)
  }

  private follow(from: string, rooms: Set<string>, message: Exclude<PeerMessage, { kind: 'hello' | 'bye' }>): void {
    const { kind, fairId } = message
    const presence = this.rooms.get(fairId)?.presence
    if (kind === 'opened') {
      rooms.add(fairId)
      this.sayWhole(fairId)
    } else if (kind === 'closed') {
      rooms.delete(fairId)
      presence?.losePeer(from)
    } else presence?.hearPeer(from, message.said, message.whole)
  }

  private meet(from: string, { lock, rooms, asks }: PeerMessage & { kind: 'hello' }): void {
    const before = this.peers.get(from)?.rooms ?? new Set<string>()
    const now = new Set(rooms)
    this.peers.set(from, { lock, rooms: now })
    this.check ??= setTimeout(() => void this.lookAfter(), CHECK_MS).unref()
    if (asks) this.greet(false)
    for (const fairId of now) if (asks || !before.has(fairId)) this.sayWhole(fairId)
    for (const { fairId, presence } of this.rooms.all()) if (!now.has(fairId)) presence.losePeer(from)
  }

  private lose(from: string): void {
    this.peers.delete(from)
    for (const { presence } of this.rooms.all()) presence.losePeer(from)
  }

  /** Whoever died said nothing. */
  private async lookAfter(): Promise<void> {
    const living = await this.line.living()
    if (this.check === null) return
    if (living) for (const [from, { lock }] of this.peers) if (!living.has(lock)) this.lose(from)
    this.check = this.peers.size > 0 ? setTimeout(() => void this.lookAfter(), CHECK_MS).unref() : null
  }
}
