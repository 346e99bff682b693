import type { Tx } from '#server/db/client'
import { applyPatch, type FairDocument, ORIGIN, readPlan } from '#shared/document/fairDocument'
import { type Change, MAX_UPDATE_BYTES, type Patch, patchWeight } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { RestoreNote } from '#shared/history/types'
import type { FairId } from '#shared/kernel/ids'
import { appendUpdate } from './appendUpdate'
import { loadDocument } from './loadDocument'

/** JSON weighs about as much as the update made of it; the rest is left for keys and clocks. */
const MAX_WEIGHT = MAX_UPDATE_BYTES * 0.8

export interface NewPatch {
  fairId: FairId
  accountId: string | null
  /** What kind of edit it is, for the history. */
  note?: RestoreNote
  /** Hears how many changes are written. */
  onWritten?: (changes: number) => Promise<void> | void
}

/**
 * Applies a patch to the draft as loaded and writes it to the log: one update, or several in a row, all in this transaction,
 * where it would be larger than editors take in one piece. The caller holds the fair's row (`for no key update`), so that
 * nobody writes in between. Returns the last position, null where there was nothing to write.
 */
export async function appendPatch(
  tx: Tx,
  doc: FairDocument,
  patch: Patch,
  { fairId, accountId, note, onWritten = () => {} }: NewPatch,
): Promise<number | null> {
  let position: number | null = null
  let written = 0
  for (const part of inParts(patch)) {
    const updates: Uint8Array[] = []
    const collect = (update: Uint8Array) => updates.push(update)
    doc.on('update', collect)
    applyPatch(doc, part, ORIGIN.system)
    doc.off('update', collect)
    for (const bytes of updates) position = await appendUpdate(tx, { fairId, bytes, accountId, ...(note && { note }) })
    written += part.length
    await onWritten(written)
  }
  return position
}

/** The same for an edit that is worked out from the draft as it is now. */
export async function appendEdit(tx: Tx, where: NewPatch, work: (plan: Plan) => Patch): Promise<void> {
  const { doc } = await loadDocument(tx, where.fairId)
  try {
    await appendPatch(tx, doc, work(readPlan(doc).plan), where)
  } finally {
    doc.destroy()
  }
}

function inParts(patch: Patch): Patch[] {
  const parts: Change[][] = []
  let room = 0
  for (const change of patch) {
    const weight = patchWeight([change])
    if (weight > room) {
      parts.push([])
      room = MAX_WEIGHT
    }
    parts.at(-1)?.push(change)
    room -= weight
  }
  return parts
}
