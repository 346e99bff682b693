import type { Deps } from '#server/deps'
import { keepAsCheckpoint } from './checkpoints'

export interface Snapshot {
  /** Log position up to which it goes. */
  position: number
  /** The whole document then, as one update of Yjs. */
  state: Uint8Array
}

/** Stores a fair's whole document for opening fast, and for the history. An older one than is there changes nothing. */
export const storeSnapshot =
  (deps: Deps) =>
  async (fairId: string, { position, state }: Snapshot): Promise<void> => {
    await deps.sql.begin(async (tx) => {
      await tx`insert into document_snapshots (fair_id, position, state) values (${fairId}, ${position}, ${state})
        on conflict (fair_id) do update set position = excluded.position, state = excluded.state, at = now()
        where document_snapshots.position < excluded.position`
      await keepAsCheckpoint(tx, fairId, { position, state })
    })
  }
