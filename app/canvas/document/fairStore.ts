import {
  applyPatch,
  createUndoManager,
  type FairDocument,
  ORIGIN,
  observeRecords,
  readPlan,
  readRecord,
  recordFields,
} from '#shared/document/fairDocument'
import { MAX_UPDATE_BYTES, type Patch, patchWeight } from '#shared/document/patch'
import type { RecordKey } from '#shared/document/records'
import type { OwnEdit } from '#shared/merge/ownEdits'
import { storedFields } from '#shared/plan/ops/edit'
import type { Repair } from '#shared/protocol/sync'
import { PlanMirror } from '../editor/planMirror'
import type { PlanStore } from '../editor/types'
import { createUndoBook } from './undoBook'

export interface FairStore extends PlanStore {
  /** Whether a transaction of this origin was made by this window and has to reach the server. */
  isOwn(origin: unknown): boolean
  /** The server put something back: the step that took it away is no longer there to undo. */
  forgetRepaired(repair: Repair): void
  destroy(): void
}

export interface FairStoreOptions {
  /** A patch that the server would refuse; the document was not touched. */
  onTooLarge: () => void
  /** What this window did to records, before anyone else knows of it. */
  onOwn?: (edits: OwnEdit[]) => void
}

/** The shared document as the editor sees it. */
export function createFairStore(doc: FairDocument, { onTooLarge, onOwn }: FairStoreOptions): FairStore {
  const mirror = new PlanMirror((kind, id) => readRecord(doc, kind, id), readPlan(doc))
  const listeners = new Set<Parameters<PlanStore['subscribe']>[0]>()
  // Before the observer below, so that whoever hears of a change finds undo and redo as they are after it.
  const manager = createUndoManager(doc)
  const isOwn = (origin: unknown) => origin === ORIGIN.local || origin === ORIGIN.system || origin === manager
  const isGone = ({ kind, id }: RecordKey) => {
    const record = mirror.get(kind, id)
    return !record || ('removed' in record && record.removed)
  }
  const book = createUndoBook(manager, isGone)
  const stopObserving = observeRecords(doc, (touched, { origin }) => {
    const before = onOwn && isOwn(origin) ? touched.map(({ kind, id }) => mirror.get(kind, id)) : null
    mirror.refresh(touched)
    if (before) {
      onOwn?.(
        touched.map((key, at) => {
          const [known, now] = [before[at], mirror.get(key.kind, key.id)]
          return {
            ...key,
            before: known ? storedFields(known) : null,
            after: now ? storedFields(now) : recordFields(doc, key),
          }
        }),
      )
    }
    book.note(touched)
    for (const listener of listeners) listener(touched, { local: isOwn(origin) })
  })

  return {
    get plan() {
      return mirror.plan
    },
    get malformed() {
      return mirror.malformed
    },
    get canUndo() {
      return manager.canUndo()
    },
    get canRedo() {
      return manager.canRedo()
    },
    get: (kind, id) => mirror.get(kind, id),
    apply(patch: Patch, { undoable = true } = {}) {
      if (patchWeight(patch) > MAX_UPDATE_BYTES) onTooLarge()
      else applyPatch(doc, patch, undoable ? ORIGIN.local : ORIGIN.system)
    },
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isOwn,
    forgetRepaired(repair) {
      if (!book.forget(repair)) return
      for (const listener of listeners) listener([], { local: true })
    },
    destroy() {
      stopObserving()
      listeners.clear()
      manager.destroy()
    },
  }
}
