import type { Snapshot } from '#server/services/documents/storeSnapshot'
import type { Repair } from '#shared/protocol/sync'
import { MAX_CLIENTS, MAX_DELETED_RANGES, MAX_NEW_CLIENTS } from '../limits'
import type { Following } from '../log/follower'
import type { LogRow, StoredDocument } from '../log/readLog'
import type { LogEntry, Settled } from '../log/updateLog'
import { MalformedError } from '../updates/byteReader'
import { Coverage, judge, type Verdict } from '../updates/coverage'
import { Replica, type StateVector, withoutHalves } from '../updates/replica'
import { RootIndex } from '../updates/rootIndex'
import { type ScannedUpdate, scanUpdate } from '../updates/scanUpdate'
import type { Id } from '../updates/shape'
import { type Frame, repairFrame, stepTwoFrame, updateFrame } from '../wire/frames'
import type { Member } from './member'
import { Presence, type PresenceNews } from './presence'

export interface RoomEntry extends LogEntry {
  readonly room: Room
  readonly member: Member
  readonly update: ScannedUpdate | null
  /** Number of the frame among the member's frames with edits; null for what is none. */
  readonly count: number | null
  /** What the member has, when it asks for the rest. */
  readonly has: StateVector | null
  /** When it was received, in ms of the process's own clock. */
  readonly receivedAt: number
}

export interface RoomPorts {
  append(entry: RoomEntry): void
  /** Rows of others lie between ours. */
  onGap(room: Room): void
  onEmpty(room: Room): void
  onRefused(member: Member): void
  /** Awareness clients of its members moved, came or went; see PresencePorts. */
  onMoved(room: Room, moved: ReadonlyMap<number, boolean>): void
}

/** A fair's document while people are in it. It shows what is on disk and nothing else. */
export class Room implements Following {
  readonly members = new Set<Member>()
  readonly presence: Presence
  position: number
  /** When the last row came, in ms of the process's own clock. */
  lastRowAt = performance.now()
  private readonly replica = new Replica()
  /** Made for the first update that asks for it. */
  private roots: RootIndex | null = null
  /** Of the newest snapshot. */
  private snapshotPosition = 0
  /** Own rows beyond `position`, stored while rows of others are still to be read. */
  private readonly ahead = new Set<number>()
  private readonly waiting: RoomEntry[] = []
  /** What of `waiting` later updates may build on. */
  private promised = new Coverage()
  /** The answer to whoever has nothing, until the next row. */
  private whole: Frame | null = null

  constructor(
    readonly fairId: string,
    { snapshot, tail }: StoredDocument,
    private readonly ports: RoomPorts,
  ) {
    this.presence = new Presence({
      send: (news) => this.sendPresence(news, null, null),
      tell: (moved) => ports.onMoved(this, moved),
    })
    this.position = snapshot?.position ?? 0
    this.snapshotPosition = this.position
    if (snapshot) this.addBytes(snapshot.state)
    for (const row of tail) {
      this.addBytes(row.bytes)
      this.position = row.position
    }
  }

  get rowsSinceSnapshot(): number {
    return this.position - this.snapshotPosition
  }

  get isBusy(): boolean {
    return this.members.size > 0 || this.waiting.length > 0
  }

  stateVector(): Uint8Array {
    return this.replica.stateVector()
  }

  judge(update: ScannedUpdate): Verdict {
    return judge(update, this.replica.known, this.promised)
  }

  /** As all will read it, of which some may have the beginning of a struct already. */
  fit(update: ScannedUpdate): ScannedUpdate {
    return withoutHalves(update, (client) => this.endOf(client))
  }

  /** Whether there is room for what it adds that is never forgotten: clients, and gaps between what they wrote. */
  mayGrow({ runs, deletes }: ScannedUpdate): boolean {
    const { known } = this.replica
    const clients = new Set(runs.map(({ client }) => client).filter((client) => this.endOf(client) === 0)).size
    if (clients > MAX_NEW_CLIENTS || clients + known.ends.size > MAX_CLIENTS) return false
    if (deletes.length + known.deletedRanges <= MAX_DELETED_RANGES) return true
    return deletes.filter((range) => !known.isDeleted(range)).length + known.deletedRanges <= MAX_DELETED_RANGES
  }

  /** Whether the maps of an update that take the place of these stay in a top-level map. */
  mayReplace({ runs }: ScannedUpdate, replaced: readonly Id[]): boolean {
    if (replaced.length === 0) return true
    if (this.roots === null) {
      this.roots = new RootIndex()
      this.roots.add(this.replica.allRuns())
      for (const { update } of this.waiting) if (update) this.roots.add(update.runs)
    }
    this.roots.add(runs)
    return replaced.every((id) => this.roots?.has(id))
  }

  enter(member: Member): void {
    this.members.add(member)
    this.tellPresence(member)
  }

  leave(member: Member): void {
    if (!this.members.delete(member)) return
    this.presence.leave(member)
    if (this.members.size === 0) this.ports.onEmpty(this)
  }

  tellPresence(member: Member): void {
    if (member.admitted.asksMore) member.send(this.presence.who())
    const all = this.presence.all()
    if (all) member.send(all)
  }

  /** What the member lacks; with what it sent before it asked, which has to get to disk first. */
  ask(member: Member, has: StateVector): void {
    if (this.waiting.some((entry) => entry.member === member)) this.wait({ member, update: null, count: null, has })
    else this.answer(member, has)
  }

  append(member: Member, count: number, update: ScannedUpdate | null): void {
    if (update || this.waiting.length > 0) this.wait({ member, update, count, has: null })
    else member.acknowledge(count)
  }

  answerPresence(member: Member): void {
    if (member.admitted.asksMore) member.answer(this.presence.who())
    const all = this.presence.all()
    if (all) member.answer(all)
  }

  tellAll(member: Member): void {
    member.send(this.wholeFrame())
    this.tellPresence(member)
  }

  /** Our rows, by now on disk, in the order of `append`. */
  stored(settled: readonly Settled<RoomEntry>[]): void {
    const frames: Frame[] = []
    const authors = new Set<Member>()
    const counts = new Map<Member, number>()
    const refused = new Set<Member>()
    // In place: a list that grew old and was then left with its entries would keep them from being collected soon.
    this.waiting.splice(0, settled.length)
    this.promised = new Coverage()
    for (const { update } of this.waiting) if (update) this.promised.add(update)
    for (const { entry, position } of settled) {
      const { member, update } = entry
      if (update) member.stored(update.bytes.length)
      if (update && position === null) {
        refused.add(member)
        continue
      }
      if (entry.count !== null) counts.set(member, entry.count)
      if (!update || position === null || position <= this.position) continue
      this.take(update)
      if (position === this.position + 1) this.position = position
      else this.ahead.add(position)
      frames.push(updateFrame(update.bytes))
      authors.add(member)
    }
    for (const member of refused) this.ports.onRefused(member)
    const [author] = authors
    this.sendEdits(frames, authors.size === 1 && author ? author : null)
    for (const [member, count] of counts) member.acknowledge(count)
    for (const { entry } of settled) if (entry.has) this.answer(entry.member, entry.has)
    if (this.ahead.size > 0) this.ports.onGap(this)
  }

  /** Rows that others wrote, and ours among them. */
  follow(rows: readonly LogRow[]): void {
    const frames: Frame[] = []
    const repairs: Repair[] = []
    for (const row of rows) {
      if (row.position <= this.position) continue
      this.position = row.position
      if (this.ahead.delete(row.position)) continue
      this.takeRow(row)
      frames.push(updateFrame(row.bytes))
      repairs.push(...(row.repairs ?? []))
      // Ours beyond: what lay between is here.
      while (this.ahead.delete(this.position + 1)) this.position++
    }
    this.sendEdits(frames, null)
    for (const repair of repairs) {
      const frame = repairFrame(repair)
      for (const member of this.members) if (member.admitted.asksMore) member.send(frame)
    }
  }

  /** Forgets what was overwritten, in pieces, while work goes on. */
  async compact(breathe: () => Promise<void>): Promise<void> {
    await this.replica.compact(breathe)
    this.whole = null
  }

  /** All of it at `position`; null while it has rows from beyond. */
  snapshot(): Snapshot | null {
    return this.ahead.size > 0 ? null : { position: this.position, state: this.replica.whole() }
  }

  /** A snapshot of it is stored. */
  snapshotStored(position: number): void {
    this.snapshotPosition = Math.max(this.snapshotPosition, position)
  }

  /** It is not known what is on disk. Everyone comes back, to what then is. */
  fail(): void {
    for (const member of this.members) member.end('later')
    this.presence.close()
  }

  /** Up to where a client's structs are stored, or on their way. */
  private endOf(client: number): number {
    return Math.max(this.replica.known.end(client), this.promised.end(client))
  }

  private wait(what: Pick<RoomEntry, 'member' | 'update' | 'count' | 'has'>): void {
    const { member, update, count, has } = what
    // Spelled out: V8 (Node 20) gives every object that begins with a spread a hidden class of its own, 0.7 KB that stay.
    const entry: RoomEntry = {
      fairId: this.fairId,
      accountId: member.accountId,
      session: member.admitted.session,
      bytes: update?.bytes ?? null,
      room: this,
      member,
      update,
      count,
      has,
      receivedAt: performance.now(),
    }
    this.waiting.push(entry)
    if (update) {
      this.promised.add(update)
      this.roots?.add(update.runs)
    }
    this.ports.append(entry)
  }

  private answer(member: Member, has: StateVector): void {
    member.answer(has.size === 0 ? this.wholeFrame() : this.answerFrame(has))
  }

  private wholeFrame(): Frame {
    this.whole ??= this.answerFrame(new Map())
    return this.whole
  }

  private take(update: ScannedUpdate): void {
    this.replica.add(update)
    this.whole = null
    this.lastRowAt = performance.now()
  }

  private takeRow({ bytes }: LogRow): void {
    this.addBytes(bytes)
    this.lastRowAt = performance.now()
  }

  /** What is in the log is passed on, whether this process understands it or not. */
  private addBytes(bytes: Uint8Array): void {
    this.whole = null
    try {
      const update = scanUpdate(bytes)
      this.replica.add(update)
      this.roots?.add(update.runs)
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error
      this.replica.addUnread(bytes)
    }
  }

  private answerFrame(has: StateVector): Frame {
    const [first, ...rest] = this.replica.since(has)
    return joined([stepTwoFrame(first ?? new Uint8Array([0, 0])), ...rest.map(updateFrame)]) ?? Buffer.alloc(0)
  }

  /** With whatever presence waits: one write for each receiver is most of what passing on costs. */
  private sendEdits(frames: readonly Frame[], except: Member | null): void {
    const edits = joined(frames)
    if (!edits) return
    const news = this.presence.take()
    if (news) this.sendPresence(news, edits, except)
    else for (const member of this.members) if (member !== except) member.send(edits)
  }

  private sendPresence({ all, who }: PresenceNews, edits: Frame | null, except: Member | null): void {
    if (who) for (const member of this.members) if (member.admitted.asksMore) member.send(who)
    const both = edits ? Buffer.concat([edits, all]) : all
    for (const member of this.members) member.send(member === except ? all : both)
  }
}

const joined = (frames: readonly Frame[]): Frame | null => {
  const [first] = frames
  return first ? (frames.length === 1 ? first : Buffer.concat(frames)) : null
}
