import * as Y from 'yjs'
import type { Queryable } from '#server/db/client'
import { observeRecords, storedFields, storedRecords } from '#shared/document/fairDocument'
import type { StoredFields } from '#shared/document/patch'
import type { RecordKey } from '#shared/document/records'
import { type RecordName, recordName } from '#shared/history/moment'
import { type Difference, summarise } from '#shared/history/summarise'
import type { ChangeSummary } from '#shared/history/types'
import type { FairId } from '#shared/kernel/ids'
import type { Gesture } from './gestures'
import { openMoment } from './openMoment'
import { programmeDayOf } from './restoring'

/** What each of these gestures (a row of them without a gap, the newest first) changed, by its last position. */
export async function gestureChanges(
  sql: Queryable,
  fairId: FairId,
  gestures: readonly Gesture[],
): Promise<Map<number, ChangeSummary>> {
  const summaries = new Map<number, ChangeSummary>()
  const [oldest, newest] = [gestures.at(-1), gestures[0]]
  if (!oldest || !newest) return summaries
  const dayOf = await programmeDayOf(sql, fairId)
  const rows = await sql<{ position: number; bytes: Uint8Array }[]>`
    select position, update_bytes as bytes from document_log
    where fair_id = ${fairId} and position between ${oldest.from} and ${newest.position} order by position`
  const doc = await openMoment(sql, fairId, oldest.from - 1)
  const known = storedRecords(doc)
  const touched = new Map<RecordName, RecordKey>()
  observeRecords(doc, (keys) => {
    for (const key of keys) touched.set(recordName(key), key)
  })
  const goneHalls = new Map<string, StoredFields>()
  const hall = (id: string) => known.halls.get(id) ?? goneHalls.get(id) ?? null
  let at = 0
  for (const gesture of [...gestures].reverse()) {
    touched.clear()
    doc.transact(() => {
      for (; at < rows.length && (rows[at]?.position ?? 0) <= gesture.position; at++)
        Y.applyUpdate(doc, (rows[at] as { bytes: Uint8Array }).bytes)
    })
    const differences: Difference[] = []
    for (const key of touched.values()) {
      const before = known[key.kind].get(key.id) ?? null
      const after = storedFields(doc, key)
      if (after) known[key.kind].set(key.id, after)
      else known[key.kind].delete(key.id)
      if (key.kind === 'halls' && before && !after) goneHalls.set(key.id, before)
      differences.push({ ...key, before, after })
    }
    summaries.set(gesture.position, summarise(differences, { hall, dayOf }))
  }
  doc.destroy()
  return summaries
}
