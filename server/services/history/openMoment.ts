import * as Y from 'yjs'
import type { Queryable } from '#server/db/client'
import { createFairDocument, type FairDocument } from '#shared/document/fairDocument'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { CHECKPOINT_ROWS } from '../documents/checkpoints'

/** Rows that are read and applied in one go: enough to be quick, few enough to hold in memory. */
const BATCH = 1000

/**
 * The fair's document as it was after the row at `position`: nearest stored state before it, then the rows up to it. Leaves
 * checkpoints where a long way had to be gone, so that it is gone once. The caller destroys the document.
 * Errors: NOT_FOUND for a position that the log has not reached.
 */
export async function openMoment(sql: Queryable, fairId: FairId, position: number): Promise<FairDocument> {
  const [stored] = await sql<{ position: number; state: Uint8Array }[]>`
    (select position, state from document_checkpoints where fair_id = ${fairId} and position <= ${position}
      order by position desc limit 1)
    union all (select position, state from document_snapshots where fair_id = ${fairId} and position <= ${position})
    order by position desc limit 1`
  const doc = createFairDocument()
  if (stored) Y.applyUpdate(doc, stored.state)
  let reached = stored?.position ?? 0
  try {
    while (reached < position) {
      // Up to the next checkpoint at most.
      const until = Math.min(position, reached + BATCH, nextCheckpoint(reached))
      const rows = await sql<{ position: number; update_bytes: Uint8Array }[]>`
        select position, update_bytes from document_log
        where fair_id = ${fairId} and position > ${reached} and position <= ${until} order by position`
      if (rows.at(-1)?.position !== until)
        throw new AppError('NOT_FOUND', { detail: `no position ${until} in the log` })
      doc.transact(() => {
        for (const row of rows) Y.applyUpdate(doc, row.update_bytes)
      })
      reached = until
      if (reached % CHECKPOINT_ROWS === 0) await writeCheckpoint(sql, fairId, reached, doc)
    }
  } catch (error) {
    doc.destroy()
    throw error
  }
  return doc
}

const nextCheckpoint = (position: number): number => (Math.floor(position / CHECKPOINT_ROWS) + 1) * CHECKPOINT_ROWS

const writeCheckpoint = (sql: Queryable, fairId: FairId, position: number, doc: FairDocument) => sql`
  insert into document_checkpoints (fair_id, position, state)
  values (${fairId}, ${position}, ${Y.encodeStateAsUpdate(doc)}) on conflict do nothing`
