import type { Tx } from '#server/db/client'
import { applyPatch, ORIGIN, readPlan } from '#shared/document/fairDocument'
import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { FairId } from '#shared/kernel/ids'
import { appendUpdate } from './appendUpdate'
import { loadDocument } from './loadDocument'

/**
 * One edit of the draft by a service, worked out from the draft as it is now. The caller holds the fair's row
 * (`for no key update`), so that nobody writes in between. An empty patch writes nothing.
 */
export async function appendPatch(
  tx: Tx,
  { fairId, accountId }: { fairId: FairId; accountId: string | null },
  work: (plan: Plan) => Patch,
): Promise<void> {
  const { doc } = await loadDocument(tx, fairId)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  try {
    applyPatch(doc, work(readPlan(doc).plan), ORIGIN.system)
  } finally {
    doc.destroy()
  }
  for (const bytes of updates) await appendUpdate(tx, { fairId, bytes, accountId })
}
