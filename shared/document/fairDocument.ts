/**
 * The one file that knows the keys of the shared document and the library that holds it.
 * Layout: README.md beside this file.
 */
import * as Y from 'yjs'
import type { Json, Patch, StoredFields } from './patch'
import { emptyPlan } from './plan'
import {
  decodeRecord,
  type MalformedRecord,
  type Plan,
  RECORD_KINDS,
  type RecordKey,
  type RecordKind,
  type RecordOf,
  SCHEMA_VERSION,
} from './records'

export type FairDocument = Y.Doc

/** Where a transaction comes from; undo follows LOCAL only. */
export const ORIGIN = {
  /** An organiser's own gesture: undoable, stored, sent. */
  local: Symbol('local'),
  /** Housekeeping by this client that is stored but never undone. */
  system: Symbol('system'),
} as const
export type LocalOrigin = (typeof ORIGIN)[keyof typeof ORIGIN]

export type { RecordKey }

const mapOf = (doc: FairDocument, kind: RecordKind) => doc.getMap<unknown>(kind)

export function createFairDocument(): FairDocument {
  const doc = new Y.Doc()
  for (const kind of RECORD_KINDS) mapOf(doc, kind)
  // Yjs (13.6) puts the next transaction into a list that has grown old by then. Left there, it and all that it refers to would
  // outlive every quick collection of garbage: some 2 KB an edit.
  doc.on('afterAllTransactions', (_doc: Y.Doc, over: Y.Transaction[]) => over.splice(0))
  return doc
}

/** 1 where the document does not say. */
export function schemaVersionOf(doc: FairDocument): number {
  const version = doc.getMap('meta').get('schemaVersion')
  return typeof version === 'number' ? version : 1
}

export function setSchemaVersion(doc: FairDocument, version: number): void {
  doc.getMap('meta').set('schemaVersion', version)
}

/** A record's plain fields: types nested in it are nobody's, and however deep they go, no reader follows them. */
const plainFields = (record: Y.Map<unknown>): Record<string, unknown> =>
  Object.fromEntries([...record.entries()].filter(([, value]) => !(value instanceof Y.AbstractType)))

/** The stored fields of one record, decoded and checked; null when there is none. */
export function readRecord<K extends RecordKind>(
  doc: FairDocument,
  kind: K,
  id: string,
): ReturnType<typeof decodeRecord<K>> | null {
  const stored = mapOf(doc, kind).get(id)
  if (stored === undefined) return null
  if (!(stored instanceof Y.Map)) return { ok: false, malformed: { kind, id, problem: 'not a map' } }
  return decodeRecord(kind, id, plainFields(stored))
}

/** A record as it is stored, unknown fields included, so that it can be put back as it was; null when there is none. */
export function storedFields(doc: FairDocument, { kind, id }: RecordKey): StoredFields | null {
  const stored = mapOf(doc, kind).get(id)
  return stored instanceof Y.Map ? (JSON.parse(JSON.stringify(plainFields(stored), jsonOnly)) as StoredFields) : null
}

/** What a record says, with what is left out filled in; one of the wrong shape as it is stored. */
export function recordFields(doc: FairDocument, key: RecordKey): StoredFields | null {
  const decoded = readRecord(doc, key.kind, key.id)
  if (!decoded?.ok) return storedFields(doc, key)
  const { id: _, ...fields } = decoded.record as RecordOf[RecordKind]
  return JSON.parse(JSON.stringify(fields)) as StoredFields
}

/** Client that wrote the newest of these fields of a record; null where there are none. */
export function writerOf(doc: FairDocument, { kind, id }: RecordKey, fields: readonly string[]): number | null {
  const stored = mapOf(doc, kind).get(id)
  if (!(stored instanceof Y.Map)) return null
  const items = fields.flatMap((field) => stored._map.get(field) ?? [])
  return items.at(-1)?.id.client ?? null
}

/** Every record as it is stored; what is no record at all is left out. */
export const storedRecords = (doc: FairDocument): Record<RecordKind, Map<string, StoredFields>> =>
  Object.fromEntries(
    RECORD_KINDS.map((kind) => [
      kind,
      new Map(
        [...mapOf(doc, kind).keys()].flatMap((id) => {
          const fields = storedFields(doc, { kind, id })
          return fields ? [[id, fields] as const] : []
        }),
      ),
    ]),
  ) as Record<RecordKind, Map<string, StoredFields>>

/** JSON has no word for what some programs store: big numbers become text. */
const jsonOnly = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)

/** Everything that can be read, and what cannot. */
export function readPlan(doc: FairDocument): { plan: Plan; malformed: MalformedRecord[] } {
  const plan = emptyPlan()
  const malformed: MalformedRecord[] = []
  for (const kind of RECORD_KINDS) {
    for (const id of mapOf(doc, kind).keys()) {
      const decoded = readRecord(doc, kind, id)
      if (decoded?.ok) (plan[kind] as Map<string, RecordOf[typeof kind]>).set(id, decoded.record)
      else if (decoded) malformed.push(decoded.malformed)
    }
  }
  return { plan, malformed }
}

/** Carries out a patch as one transaction, that is one undo step and one update. */
export function applyPatch(doc: FairDocument, patch: Patch, origin: unknown = ORIGIN.local): void {
  if (patch.length === 0) return
  doc.transact(() => {
    for (const change of patch) {
      const records = mapOf(doc, change.kind)
      if (change.op === 'delete') records.delete(change.id)
      else if (change.op === 'put') {
        const record = new Y.Map<Json>()
        for (const [key, value] of Object.entries(change.fields)) record.set(key, value)
        records.set(change.id, record)
      } else {
        const record = records.get(change.id)
        if (!(record instanceof Y.Map)) continue
        for (const [key, value] of Object.entries(change.fields)) {
          if (value === undefined) record.delete(key)
          else record.set(key, value)
        }
      }
    }
  }, origin)
}

/**
 * The key under which a nested type hangs in a top-level map. Not by `event.path`, which counts from the target itself as
 * long as nobody observes deeply.
 */
function idWithin(map: unknown, nested: { _item: Y.Item | null }): string {
  let item = nested._item
  while (item && item.parent !== map) item = (item.parent as Y.AbstractType<unknown>)._item
  return String(item?.parentSub)
}

/** Calls back once a transaction with the records that it touched. Returns the function that ends it. */
export function observeRecords(
  doc: FairDocument,
  listener: (touched: RecordKey[], transaction: { origin: unknown; local: boolean }) => void,
): () => void {
  const onTransaction = (transaction: Y.Transaction) => {
    const touched = new Map<string, RecordKey>()
    for (const kind of RECORD_KINDS) {
      const map = mapOf(doc, kind)
      for (const [type, events] of transaction.changedParentTypes) {
        if (type !== (map as unknown)) continue
        for (const event of events) {
          const ids = event.target === type ? event.changes.keys.keys() : [idWithin(type, event.target)]
          for (const id of ids) touched.set(`${kind}/${id}`, { kind, id })
        }
      }
    }
    if (touched.size > 0) listener([...touched.values()], { origin: transaction.origin, local: transaction.local })
  }
  doc.on('afterTransaction', onTransaction)
  return () => doc.off('afterTransaction', onTransaction)
}

/**
 * Undo and redo of this client's own gestures, one transaction a step. Where two people wrote one field at the same time and ours
 * won, the library takes ours back and leaves the field empty, since another's write lies beside what was there before; a booth
 * without a place is none. Here the field becomes again what it was before the gesture.
 */
class OwnUndo extends Y.UndoManager {
  private steps: readonly Step[] = []

  constructor(doc: FairDocument) {
    const scope = RECORD_KINDS.map((kind) => mapOf(doc, kind))
    super(scope, { captureTimeout: 0, trackedOrigins: new Set([ORIGIN.local]) })
    this.deleteFilter = (item) => {
      this.putBack(item)
      return true
    }
  }

  override undo() {
    this.steps = [...this.undoStack]
    return super.undo()
  }

  override redo() {
    this.steps = [...this.redoStack]
    return super.redo()
  }

  /** Called within the transaction, for a value that is about to be deleted. */
  private putBack(item: Y.Item): void {
    // The step in hand was the last one on its stack.
    const step = this.steps[(this.undoing ? this.undoStack : this.redoStack).length]
    if (!step || item.deleted || item.parentSub === null || !(item.parent instanceof Y.Map)) return
    for (let before = item.left; before; before = before.left) {
      if (!Y.isDeleted(step.deletions, before.id)) continue
      const value: unknown = before.content.getContent().at(-1)
      if (value !== undefined && !(value instanceof Y.AbstractType)) item.parent.set(item.parentSub, value)
      return
    }
  }
}
type Step = Y.UndoManager['undoStack'][number]

export const createUndoManager = (doc: FairDocument): Y.UndoManager => new OwnUndo(doc)

/** A patch that writes a whole plan, for imports and for the demo fair. */
export function planAsPatch(plan: Plan): Patch {
  return RECORD_KINDS.flatMap((kind) =>
    [...plan[kind].values()].map(({ id, ...fields }) => ({
      op: 'put' as const,
      kind,
      id,
      fields: JSON.parse(JSON.stringify(fields)) as Record<string, Json>,
    })),
  )
}

/** Bytes of a new document that holds just this plan. */
export function encodePlan(plan: Plan): Uint8Array {
  const doc = createFairDocument()
  setSchemaVersion(doc, SCHEMA_VERSION)
  applyPatch(doc, planAsPatch(plan), ORIGIN.system)
  const bytes = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return bytes
}
