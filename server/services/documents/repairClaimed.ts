import * as Y from 'yjs'
import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import { applyPatch, ORIGIN, readRecord } from '#shared/document/fairDocument'
import type { Change, StoredFields } from '#shared/document/patch'
import { decodeRecord } from '#shared/document/records'
import type { FairId } from '#shared/kernel/ids'
import type { Repair } from '#shared/protocol/sync'
import { appendUpdate } from './appendUpdate'
import type { DecodedDocument } from './decodedDocuments'

interface ClaimedBooth {
  fairId: string
  id: string
  hallId: string
  /** As the booth last stood. */
  fields: StoredFields
  /** As its hall last was; null for one that never could be read. */
  hallFields: StoredFields | null
}

/**
 * Puts back booths that somebody has claimed, and their halls: an edit of the server's own, which everyone follows like any
 * other. Two claims on the truth are settled here: whoever removed a booth did not know of the claim, or may not.
 * Returns the documents that were repaired.
 */
export async function repairClaimed(
  deps: Deps,
  tx: Tx,
  documents: ReadonlyMap<string, DecodedDocument>,
  fallen: readonly { fairId: string; id: string }[],
): Promise<Map<string, DecodedDocument>> {
  const wholly = [...documents].filter(([, decoded]) => decoded.wholly.has('booths')).map(([fairId]) => fairId)
  const suspects = new Set([...wholly, ...fallen.map((booth) => booth.fairId)])
  const repaired = new Map<string, DecodedDocument>()
  if (suspects.size === 0) return repaired
  const claimed = await claimedButRemoved(tx, [...suspects], deps.clock.now())
  for (const [fairId, decoded] of documents) {
    const booths = claimed.filter((booth) => booth.fairId === fairId)
    if (booths.length > 0 && (await repair(deps, tx, decoded, fairId, booths))) repaired.set(fairId, decoded)
  }
  return repaired
}

const claimedButRemoved = (tx: Tx, fairIds: string[], now: Date) => tx<ClaimedBooth[]>`
  select b.fair_id as "fairId", b.id, b.hall_id as "hallId", b.fields, h.fields as "hallFields"
  from booths b
  join claims c on c.fair_id = b.fair_id and c.booth_id = b.id and c.state in ('held', 'claimed', 'confirmed')
    and (c.state <> 'held' or c.expires_at > ${now})
  left join halls h on h.fair_id = b.fair_id and h.id = b.hall_id
  where b.fair_id = any(${fairIds}) and b.removed
  order by b.fair_id, b.id`

async function repair(
  deps: Deps,
  tx: Tx,
  { doc }: DecodedDocument,
  fairId: string,
  booths: readonly ClaimedBooth[],
): Promise<boolean> {
  const changes = new Map<string, Change>()
  for (const booth of booths) {
    const found = changesFor(doc, booth)
    if (found) for (const change of found) changes.set(`${change.kind}/${change.id}`, change)
    else
      deps.log.error({ fairId, boothId: booth.id }, 'a claimed booth cannot be put back: its last record is unreadable')
  }
  if (changes.size === 0) return false
  const patch = [...changes.values()]
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => updates.push(update)
  doc.on('update', collect)
  applyPatch(doc, patch, ORIGIN.system)
  doc.off('update', collect)
  const repairs = (['halls', 'booths'] as const).flatMap((kind): Repair[] => {
    const ids = patch.filter((change) => change.kind === kind).map((change) => change.id)
    return ids.length > 0 ? [{ kind, ids }] : []
  })
  await appendUpdate(tx, { fairId: fairId as FairId, bytes: Y.mergeUpdates(updates), accountId: null, repairs })
  return true
}

/** What makes the booth stand again: as little as possible, so that others' edits to it stay. Null when nothing would. */
function changesFor(doc: DecodedDocument['doc'], { id, hallId, fields, hallFields }: ClaimedBooth): Change[] | null {
  const changes: Change[] = []
  const now = readRecord(doc, 'booths', id)
  const isHall = (hall: string) => readRecord(doc, 'halls', hall)?.ok === true
  const staysInHall = now?.ok === true && isHall(now.record.hallId)
  if (!staysInHall && !isHall(hallId)) {
    if (!hallFields || !decodeRecord('halls', hallId, hallFields).ok) return null
    changes.push({ op: 'put', kind: 'halls', id: hallId, fields: hallFields })
  }
  if (now?.ok) {
    const hall = staysInHall || now.record.hallId === hallId ? {} : { hallId }
    const flag = now.record.removed ? { removed: false } : {}
    const set = { ...hall, ...flag }
    if (Object.keys(set).length > 0) changes.push({ op: 'set', kind: 'booths', id, fields: set })
  } else {
    const last = { ...fields, removed: false }
    if (!decodeRecord('booths', id, last).ok) return null
    changes.push({ op: 'put', kind: 'booths', id, fields: last })
  }
  return changes
}
