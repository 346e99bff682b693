import * as Y from 'yjs'
import type { Deps } from '#server/deps'
import { keepAsCheckpoint } from './checkpoints'
import type { DecodedDocuments } from './decodedDocuments'
import { lockProjection } from './projectionLock'

export interface Snapshot {
  /** Log position up to which it goes. */
  position: number
  state: Uint8Array
}

/** Writes the fair's whole document as it is now, for opening fast; what was overwritten and deleted takes no room in it. */
export const writeSnapshot =
  (deps: Deps, documents: DecodedDocuments) =>
  (fairId: string): Promise<Snapshot | null> =>
    documents.exclusive(() =>
      deps.sql.begin(async (tx): Promise<Snapshot | null> => {
        await lockProjection(tx, [fairId])
        const decoded = (await documents.bring(tx, [fairId])).get(fairId)
        if (!decoded || decoded.position === 0) return null
        const { position } = decoded
        const state = Y.encodeStateAsUpdate(decoded.doc)
        await tx`insert into document_snapshots (fair_id, position, state) values (${fairId}, ${position}, ${state})
          on conflict (fair_id) do update set position = excluded.position, state = excluded.state, at = now()
          where document_snapshots.position < excluded.position`
        await keepAsCheckpoint(tx, fairId, { position, state })
        return { position, state }
      }),
    )
