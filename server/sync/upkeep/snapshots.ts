import { setTimeout } from 'node:timers/promises'
import { createBreather } from '#server/breather'
import type { Deps } from '#server/deps'
import type { Services } from '#server/services'
import type { Snapshot } from '#server/services/documents/storeSnapshot'
import { SNAPSHOT } from '../limits'
import type { Room } from '../rooms/room'
import type { Rooms } from '../rooms/rooms'

/** Between pieces of compacting, which nobody waits for: 86 ms of it without rest held a commit up for 111 (tests/bench/sync, W2). */
const REST_MS = 10

const TRY_MS = 3
const MAX_TRIES = 100

/** Keeps the way to open a fair short: writes a snapshot when enough has been added, in a quiet moment if one comes. */
export class Snapshots {
  private readonly timer: NodeJS.Timeout
  private last: Promise<void> = Promise.resolve()
  private isLooking = false
  private readonly triedAt = new WeakMap<Room, number>()

  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
    private readonly rooms: Rooms,
  ) {
    this.timer = setInterval(() => this.look(), SNAPSHOT.checkMs).unref()
  }

  /** The room was closed. */
  onClosed(room: Room): void {
    if (room.rowsSinceSnapshot >= SNAPSHOT.leavingRows) this.last = this.last.then(() => this.write(room))
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.last
  }

  private look(): void {
    if (this.isLooking) return
    this.isLooking = true
    this.last = this.last
      .then(async () => {
        for (const room of [...this.rooms.all()]) if (this.isDue(room)) await this.write(room)
      })
      .finally(() => {
        this.isLooking = false
      })
  }

  private async write(room: Room): Promise<void> {
    this.triedAt.set(room, performance.now())
    try {
      await room.compact(createBreather(REST_MS))
      const snapshot = await this.exactly(room)
      if (!snapshot) return
      await this.services.documents.storeSnapshot(room.fairId, snapshot)
      room.snapshotStored(snapshot.position)
    } catch (error) {
      this.deps.log.warn({ err: error, fairId: room.fairId }, 'no snapshot could be written')
    }
  }

  /** Where other processes write too there are moments without rows of ours from beyond its position. */
  private async exactly(room: Room): Promise<Snapshot | null> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const snapshot = room.snapshot()
      if (snapshot) return snapshot
      await setTimeout(TRY_MS)
    }
    return null
  }

  private isDue(room: Room): boolean {
    const now = performance.now()
    if (now - (this.triedAt.get(room) ?? Number.NEGATIVE_INFINITY) < SNAPSHOT.everyMs) return false
    const isQuiet = now - room.lastRowAt > SNAPSHOT.quietMs
    return room.rowsSinceSnapshot >= (isQuiet ? SNAPSHOT.quietRows : SNAPSHOT.anyRows)
  }
}
