import { emptyPlan } from '#shared/document/plan'
import {
  type Decoded,
  type MalformedRecord,
  type Plan,
  RECORD_KINDS,
  type RecordKey,
  type RecordKind,
  type RecordOf,
} from '#shared/document/records'

/** How the document underneath gives one record: decoded, malformed, or null when it is not there. */
export type ReadStored = <K extends RecordKind>(kind: K, id: string) => Decoded<K> | null

/**
 * The decoded records of a document, refreshed one by one. Snapshots are copied only when someone asks for them after a
 * change, so that a stream of edits by others costs next to nothing.
 */
export class PlanMirror {
  private readonly live: { [K in RecordKind]: Map<string, RecordOf[K]> }
  private readonly broken = new Map<string, MalformedRecord>()
  private readonly stale = new Set<RecordKind>()
  private snapshot: Plan
  private brokenSnapshot: readonly MalformedRecord[] | null = null

  constructor(
    private readonly read: ReadStored,
    start: { plan: Plan; malformed: readonly MalformedRecord[] } = { plan: emptyPlan(), malformed: [] },
  ) {
    this.live = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, new Map<string, unknown>(start.plan[kind])])) as {
      [K in RecordKind]: Map<string, RecordOf[K]>
    }
    this.snapshot = start.plan
    for (const record of start.malformed) this.broken.set(`${record.kind}/${record.id}`, record)
  }

  get plan(): Plan {
    if (this.stale.size > 0) {
      const copies = [...this.stale].map((kind) => [kind, new Map<string, unknown>(this.live[kind])])
      this.snapshot = { ...this.snapshot, ...Object.fromEntries(copies) }
      this.stale.clear()
    }
    return this.snapshot
  }

  get malformed(): readonly MalformedRecord[] {
    this.brokenSnapshot ??= [...this.broken.values()]
    return this.brokenSnapshot
  }

  get<K extends RecordKind>(kind: K, id: string): RecordOf[K] | undefined {
    return this.live[kind].get(id)
  }

  /** Reads these records again. */
  refresh(touched: readonly RecordKey[]): void {
    for (const { kind, id } of touched) this.refreshOne(kind, id)
  }

  private refreshOne<K extends RecordKind>(kind: K, id: string): void {
    const decoded = this.read(kind, id)
    const records: Map<string, RecordOf[K]> = this.live[kind]
    this.stale.add(kind)
    if (decoded?.ok) records.set(id, decoded.record)
    else records.delete(id)
    const name = `${kind}/${id}`
    if (decoded && !decoded.ok) this.broken.set(name, decoded.malformed)
    else if (!this.broken.delete(name)) return
    this.brokenSnapshot = null
  }
}
