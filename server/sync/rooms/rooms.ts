import type { Sql } from '#server/db/client'
import { SCHEMA_VERSION } from '#shared/document/records'
import { createDoor } from '../access/door'
import { DOOR_WIDTH, ROOM_IDLE_MS } from '../limits'
import { readDocument } from '../log/readLog'
import { Failures } from './failures'
import type { Member } from './member'
import { Room, type RoomEntry, type RoomPorts } from './room'

export type Opened = { room: Room; schemaVersion: number } | { refused: 'noSuchFair' | 'newerSchema' }

export interface RoomsPorts extends Pick<RoomPorts, 'onMoved'> {
  append(entry: RoomEntry): void
  /** The room may lack rows: it was just opened, or rows of others lie between ours. */
  onBehind(room: Room): void
  onOpened(room: Room): void
  /** It could no longer be trusted, and everybody in it was sent away. */
  onFailed(room: Room): void
  /** It goes, and nobody is in it. */
  onClosed(room: Room): void
  /** An update was not stored, since its author may not edit any more. */
  onRefused(member: Member): void
}

/** The open rooms of this process; one a fair. */
export class Rooms {
  private readonly open = new Map<string, { room: Room; schemaVersion: number; openedAt: number }>()
  private readonly failures = new Failures()
  private readonly opening = new Map<string, Promise<Opened>>()
  private readonly inTurn = createDoor(DOOR_WIDTH)

  constructor(
    private readonly sql: Sql,
    private readonly ports: RoomsPorts,
  ) {}

  get size(): number {
    return this.open.size
  }

  get(fairId: string): Room | undefined {
    return this.open.get(fairId)?.room
  }

  *all(): Generator<Room> {
    for (const { room } of this.open.values()) yield room
  }

  /** Whoever asks while it is being opened waits for the same. */
  async enter(fairId: string): Promise<Opened> {
    const found = this.open.get(fairId)
    if (found) return found
    const waited = this.opening.get(fairId)
    if (waited) return await waited
    const opening = this.load(fairId).finally(() => this.opening.delete(fairId))
    this.opening.set(fairId, opening)
    return await opening
  }

  /** Takes a room out that can no longer be trusted. */
  fail(room: Room): void {
    const opened = this.open.get(room.fairId)
    if (opened?.room === room) {
      this.failures.note(room.fairId, room.position > opened.openedAt)
      this.open.delete(room.fairId)
      this.ports.onFailed(room)
    }
    room.fail()
  }

  private async load(fairId: string): Promise<Opened> {
    await this.failures.over(fairId)
    const stored = await this.inTurn(() => readDocument(this.sql, fairId))
    if (!stored) return { refused: 'noSuchFair' }
    const { schemaVersion } = stored
    if (schemaVersion > SCHEMA_VERSION) return { refused: 'newerSchema' }
    const room = new Room(fairId, stored, {
      append: (entry) => this.ports.append(entry),
      onGap: (gapped) => this.ports.onBehind(gapped),
      onEmpty: (empty) => this.closeLater(empty),
      onRefused: (member) => this.ports.onRefused(member),
      // A room that has failed is spoken of by the one that follows it.
      onMoved: (moving, moved) => {
        if (this.get(fairId) === moving) this.ports.onMoved(moving, moved)
      },
    })
    const opened = { room, schemaVersion, openedAt: room.position }
    this.open.set(fairId, opened)
    this.ports.onOpened(room)
    // Whoever asked for it may be gone by now.
    this.closeLater(room)
    // What was told while it was read found no room to tell.
    this.ports.onBehind(room)
    return opened
  }

  private closeLater(room: Room): void {
    setTimeout(() => {
      if (room.isBusy || this.get(room.fairId) !== room) return
      this.open.delete(room.fairId)
      room.presence.close()
      this.ports.onClosed(room)
    }, ROOM_IDLE_MS).unref()
  }
}
