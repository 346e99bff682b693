import { type FairDocument, readPlan, storedFields } from '#shared/document/fairDocument'
import type { Change, Json, StoredFields } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import { PLACED_KINDS } from '#shared/document/records'
import type { Slot } from '#shared/document/schedule'
import { isSlotKey } from '#shared/document/talkRecord'
import { digestOf, type RecordInverse } from './importInverse'

/** Why something stays: somebody changed it since, something else leans on it, or visitors see it. */
export type StaysBecause = 'changed' | 'used' | 'published'

export interface Stays {
  kind: 'talk' | 'stage' | 'hall' | 'person'
  id: string
  /** Empty for people: reports outlive whoever is erased. */
  name: string
  because: StaysBecause
  /** Names of the fields that stay as they are, where others were put back. */
  fields: string[]
}

export interface UndoWork {
  patch: Change[]
  restored: { talks: number; stages: number }
  removed: { talks: number; stages: number; halls: number }
  stays: Stays[]
}

/** What takes an import back as far as nobody worked on it since. Nothing is changed by it. */
export function undoWork(doc: FairDocument, records: readonly RecordInverse[]): UndoWork {
  const work: UndoWork = {
    patch: [],
    restored: { talks: 0, stages: 0 },
    removed: { talks: 0, stages: 0, halls: 0 },
    stays: [],
  }
  const { plan } = readPlan(doc)
  const now = (record: RecordInverse) => storedFields(doc, record)
  const ofKind = (kind: string) => records.filter((record) => record.kind === kind)
  for (const record of ofKind('talks')) undoTalk(work, record, now(record))
  const used = stagesInUse(plan, work.patch)
  for (const record of ofKind('stages')) undoStage(work, record, now(record), used)
  const gone = new Set(work.patch.filter(({ op }) => op === 'delete').map(({ id }) => id))
  for (const record of ofKind('halls')) undoHall(work, record, now(record), holdsSomething(plan, record.id, gone))
  return work
}

function undoTalk(work: UndoWork, record: RecordInverse, now: StoredFields | null): void {
  // Somebody took it out for good: there is nothing to put back.
  if (now === null || (record.before === null && now.removed === true)) return
  if (record.before !== null) {
    if (putBack(work, record, now, 'talk')) work.restored.talks += 1
  } else if (isUntouched(record, now)) {
    work.patch.push({ op: 'set', kind: 'talks', id: record.id, fields: { removed: true } })
    work.removed.talks += 1
  } else
    work.stays.push({
      kind: 'talk',
      id: record.id,
      name: nameOf(now),
      because: 'changed',
      fields: changedSince(record, now),
    })
}

function undoStage(work: UndoWork, record: RecordInverse, now: StoredFields | null, used: ReadonlySet<string>): void {
  if (now === null) return
  if (record.before !== null) {
    if (putBack(work, record, now, 'stage')) work.restored.stages += 1
    return
  }
  const because = used.has(record.id) ? 'used' : isUntouched(record, now) ? null : 'changed'
  if (because === null) {
    work.patch.push({ op: 'delete', kind: 'stages', id: record.id })
    work.removed.stages += 1
  } else work.stays.push({ kind: 'stage', id: record.id, name: nameOf(now), because, fields: [] })
}

function undoHall(work: UndoWork, record: RecordInverse, now: StoredFields | null, isUsed: boolean): void {
  if (now === null) return
  if (record.before !== null) {
    // What made it grow is still there.
    if (work.stays.every(({ kind }) => kind !== 'stage')) putBack(work, record, now, 'hall')
    return
  }
  const because = isUsed ? 'used' : isUntouched(record, now) ? null : 'changed'
  if (because === null) {
    work.patch.push({ op: 'delete', kind: 'halls', id: record.id })
    work.removed.halls += 1
  } else work.stays.push({ kind: 'hall', id: record.id, name: nameOf(now), because, fields: [] })
}

/** Fields that are still as the import wrote them become what they were. Whether there were any. */
function putBack(
  work: UndoWork,
  { kind, id, before, after }: RecordInverse,
  now: StoredFields,
  what: 'talk' | 'stage' | 'hall',
) {
  const fields: Record<string, Json | undefined> = {}
  const kept: string[] = []
  for (const [field, digest] of Object.entries(after)) {
    if (digestOf(now[field] ?? null) === digest) fields[field] = before?.[field]
    else kept.push(field)
  }
  if (kept.length > 0) work.stays.push({ kind: what, id, name: nameOf(now), because: 'changed', fields: kept })
  if (Object.keys(fields).length === 0) return false
  work.patch.push({ op: 'set', kind, id, fields })
  return true
}

const isUntouched = (record: RecordInverse, now: StoredFields): boolean => changedSince(record, now).length === 0

/** Fields that are not as the import wrote them, those that it did not know included. */
function changedSince({ after }: RecordInverse, now: StoredFields): string[] {
  const all = new Set([...Object.keys(after), ...Object.keys(now)])
  return [...all].filter((field) => digestOf(now[field] ?? null) !== (after[field] ?? digestOf(null)))
}

function nameOf(fields: StoredFields): string {
  const name = fields.title ?? fields.name
  if (typeof name === 'string') return name
  const { nl } = (name ?? {}) as { nl?: unknown }
  return typeof nl === 'string' ? nl : ''
}

/** Stages that talks stand on once the patch is carried out. */
function stagesInUse({ talks }: Plan, patch: readonly Change[]): Set<string> {
  const changes = new Map(patch.map((change) => [change.id, change.op === 'set' ? change.fields : {}]))
  const used = new Set<string>()
  for (const talk of talks.values()) {
    const after: Record<string, unknown> = { ...talk, ...changes.get(talk.id) }
    if (after.removed === true) continue
    for (const [key, value] of Object.entries(after)) if (isSlotKey(key) && value != null) used.add((value as Slot)[0])
  }
  return used
}

const holdsSomething = (plan: Plan, hallId: string, gone: ReadonlySet<string>): boolean =>
  PLACED_KINDS.some((kind) =>
    [...plan[kind].values()].some(
      (record) => record.hallId === hallId && !gone.has(record.id) && !('removed' in record && record.removed),
    ),
  )
