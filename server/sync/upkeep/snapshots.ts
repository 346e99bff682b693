import { createBreather } from '#server/breather'
import type { Deps } from '#server/deps'
import type { Services } from '#server/services'
import { SNAPSHOT } from '../limits'
import type { Room } from '../rooms/room'
import type { Rooms } from '../rooms/rooms'

/** Between pieces of compacting, which nobody waits for: 86 ms of it without rest held a commit up for 111 (tests/bench/sync, W2). */
const REST_MS = 10

/** Keeps the way to open a fair short: writes a snapshot when enough has been added, in a quiet moment if one comes. */
export class Snapshots {
  private readonly timer: NodeJS.Timeout
  private last: Promise<void> = Promise.resolve()
  private isLooking = false

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
        for (const room of [...this.rooms.all()]) if (isDue(room)) await this.write(room)
      })
      .finally(() => {
        this.isLooking = false
      })
  }

  private async write(room: Room): Promise<void> {
    try {
      await room.compact(createBreather(REST_MS))
      const snapshot = room.snapshot()
      if (!snapshot) return
      await this.services.documents.storeSnapshot(room.fairId, snapshot)
      room.snapshotStored(snapshot.position)
    } catch (error) {
      this.deps.log.warn({ err: error, fairId: room.fairId }, 'no snapshot could be written')
    }
  }
}

function isDue({ lastRowAt, lastSnapshotAt, rowsSinceSnapshot }: Room): boolean {
  const now = performance.now()
  if (now - lastRowAt > SNAPSHOT.quietMs) return rowsSinceSnapshot >= SNAPSHOT.quietRows
  return rowsSinceSnapshot >= SNAPSHOT.anyRows && now - lastSnapshotAt > SNAPSHOT.anyMs
}
