import type { Change, Json, Patch } from '#shared/document/patch'
import { decodeRecord, type Plan, RECORD_KINDS, type RecordKey, type RecordKind } from '#shared/document/records'
import { storedFields } from '#shared/plan/ops/edit'
import { PlanMirror } from './planMirror'
import type { ApplyOptions, PlanStore, StoreChange } from './types'

type Fields = Record<string, Json>
type Listener = (touched: readonly RecordKey[], change: StoreChange) => void

/** A document in memory that several stores look at, each with an undo of its own: for tests and for previews. */
export class MemoryDocument {
  private readonly records: { [K in RecordKind]: Map<string, Fields> }
  private readonly listeners = new Set<(touched: readonly RecordKey[], by: PlanStore | null) => void>()

  constructor(plan?: Plan) {
    this.records = Object.fromEntries(
      RECORD_KINDS.map((kind) => [
        kind,
        new Map([...(plan?.[kind].values() ?? [])].map((record) => [record.id, storedFields(record) as Fields])),
      ]),
    ) as { [K in RecordKind]: Map<string, Fields> }
  }

  /** A store of one person. */
  connect(): PlanStore {
    return new MemoryPlanStore(this)
  }

  stored(kind: RecordKind, id: string): Fields | undefined {
    return this.records[kind].get(id)
  }

  keys(): RecordKey[] {
    return RECORD_KINDS.flatMap((kind) => [...this.records[kind].keys()].map((id) => ({ kind, id })))
  }

  /** Anything at all under a key, as a program of someone else could write it. */
  write(kind: RecordKind, id: string, fields: Fields): void {
    this.carryOut([{ op: 'put', kind, id, fields }], null)
  }

  /** Returns what takes the patch back. */
  carryOut(patch: Patch, by: PlanStore | null): Patch {
    const inverse: Change[] = []
    for (const change of patch) {
      const records = this.records[change.kind]
      const before = records.get(change.id)
      if (change.op === 'set') {
        if (!before) continue
        const old = Object.fromEntries(Object.keys(change.fields).map((name) => [name, before[name]]))
        inverse.unshift({ op: 'set', kind: change.kind, id: change.id, fields: old })
        records.set(change.id, storedFields({ ...before, ...change.fields }) as Fields)
        continue
      }
      const { kind, id } = change
      inverse.unshift(before ? { op: 'put', kind, id, fields: before } : { op: 'delete', kind, id })
      if (change.op === 'delete') records.delete(id)
      else records.set(id, { ...change.fields })
    }
    const touched = [...new Map(patch.map(({ kind, id }) => [`${kind}/${id}`, { kind, id }])).values()]
    for (const listener of this.listeners) listener(touched, by)
    return inverse
  }

  observe(listener: (touched: readonly RecordKey[], by: PlanStore | null) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

interface Step {
  done: Patch
  inverse: Patch
}

class MemoryPlanStore implements PlanStore {
  private readonly mirror: PlanMirror
  private readonly listeners = new Set<Listener>()
  private readonly undoSteps: Step[] = []
  private readonly redoSteps: Step[] = []

  constructor(private readonly document: MemoryDocument) {
    this.mirror = new PlanMirror((kind, id) => {
      const stored = document.stored(kind, id)
      return stored ? decodeRecord(kind, id, stored) : null
    })
    this.mirror.refresh(document.keys())
    document.observe((touched, by) => {
      this.mirror.refresh(touched)
      for (const listener of this.listeners) listener(touched, { local: by === this })
    })
  }

  get plan() {
    return this.mirror.plan
  }

  get malformed() {
    return this.mirror.malformed
  }

  get canUndo() {
    return this.undoSteps.length > 0
  }

  get canRedo() {
    return this.redoSteps.length > 0
  }

  get<K extends RecordKind>(kind: K, id: string) {
    return this.mirror.get(kind, id)
  }

  apply(patch: Patch, { undoable = true }: ApplyOptions = {}): void {
    if (patch.length === 0) return
    const inverse = this.document.carryOut(patch, this)
    if (!undoable) return
    this.undoSteps.push({ done: patch, inverse })
    this.redoSteps.length = 0
  }

  undo(): boolean {
    return this.step(this.undoSteps, this.redoSteps)
  }

  redo(): boolean {
    return this.step(this.redoSteps, this.undoSteps)
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private step(from: Step[], to: Step[]): boolean {
    const step = from.pop()
    if (!step) return false
    const patch = step.inverse.flatMap((change) => this.stillMine(change, step.done))
    to.push({ done: patch, inverse: this.document.carryOut(patch, this) })
    return true
  }

  /** What another has written since stays: only fields that still hold what the step wrote go back. */
  private stillMine(change: Change, done: Patch): Change[] {
    if (change.op !== 'set') return [change]
    const now = this.document.stored(change.kind, change.id)
    const wrote = done.find((other) => other.op === 'set' && other.kind === change.kind && other.id === change.id)
    if (!now || wrote?.op !== 'set') return []
    const mine = Object.entries(change.fields).filter(
      ([name]) => JSON.stringify(now[name]) === JSON.stringify(wrote.fields[name]),
    )
    return mine.length > 0 ? [{ ...change, fields: Object.fromEntries(mine) }] : []
  }
}

export const memoryPlanStore = (plan?: Plan): PlanStore => new MemoryDocument(plan).connect()
