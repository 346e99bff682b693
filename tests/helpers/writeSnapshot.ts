import { createBreather } from '#server/breather'
import type { Deps } from '#server/deps'
import { type Snapshot, storeSnapshot } from '#server/services/documents/storeSnapshot'
import { readDocument, type StoredDocument } from '#server/sync/log/readLog'
import { Room } from '#server/sync/rooms/room'

const nothing = () => {}

/** A room that nobody is in, and that stores nothing. */
export const quietRoom = (stored: StoredDocument, fairId = 'fair'): Room =>
  new Room(fairId, stored, {
    append: nothing,
    onGap: nothing,
    onEmpty: nothing,
    onRefused: nothing,
    onMoved: nothing,
  })

/** What the sync server does in a quiet moment, now. */
export async function writeSnapshot(deps: Deps, fairId: string): Promise<Snapshot> {
  const stored = await readDocument(deps.sql, fairId)
  if (!stored) throw new Error(`no fair ${fairId}`)
  const room = quietRoom(stored, fairId)
  await room.compact(createBreather())
  const snapshot = room.snapshot()
  if (!snapshot) throw new Error('rows beyond its position')
  await storeSnapshot(deps)(fairId, snapshot)
  return snapshot
}
