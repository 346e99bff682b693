import * as Y from 'yjs'
import type { Queryable } from '#server/db/client'
import { createFairDocument, type FairDocument, readPlan } from '#shared/document/fairDocument'
import type { MalformedRecord, Plan } from '#shared/document/records'
import type { FairId } from '#shared/kernel/ids'

export interface LoadedDocument {
  doc: FairDocument
  /** Position of the last log row in it. */
  position: number
}

/** The fair's document as the log has it: newest snapshot, then the rows after it. The caller destroys `doc`. */
export async function loadDocument(sql: Queryable, fairId: FairId | string): Promise<LoadedDocument> {
  const [snapshot] = await sql<{ position: number; state: Uint8Array }[]>`
    select position, state from document_snapshots where fair_id = ${fairId}`
  const rows = await sql<{ position: number; update_bytes: Uint8Array }[]>`
    select position, update_bytes from document_log
    where fair_id = ${fairId} and position > ${snapshot?.position ?? 0} order by position`
  const doc = createFairDocument()
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot.state)
    for (const row of rows) Y.applyUpdate(doc, row.update_bytes)
  })
  return { doc, position: rows.at(-1)?.position ?? snapshot?.position ?? 0 }
}

export async function loadPlan(
  sql: Queryable,
  fairId: FairId | string,
): Promise<{ plan: Plan; malformed: MalformedRecord[]; position: number }> {
  const { doc, position } = await loadDocument(sql, fairId)
  const read = readPlan(doc)
  doc.destroy()
  return { ...read, position }
}
