import type { Json, StoredFields } from '#shared/document/patch'
import { decodeRecord, PLACED_KINDS, RECORD_KINDS, type RecordKey, type Talk } from '#shared/document/records'
import { isSlotKey } from '#shared/document/slotKey'
import { canonicalJson } from '#shared/kernel/canonicalJson'
import type { HallId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { slotsOf } from '#shared/programme/slots'
import { nameOf } from './moment'
import { type ChangeSummary, type HistoryOp, NAMED_RECORDS } from './types'

/** One record before and after; null where there was or is none. */
export interface Difference extends RecordKey {
  before: StoredFields | null
  after: StoredFields | null
}

interface Surroundings {
  /** The fields of a hall around that moment; null for one that there never was. */
  hall: (id: HallId) => StoredFields | null
  /** The day of the programme to which a minute belongs. */
  dayOf: (minute: number) => string
}

/** What happened, from records before and after, in the order of kinds. What is the same is passed over. */
export function summarise(differences: Iterable<Difference>, { hall, dayOf }: Surroundings): ChangeSummary {
  const summary: ChangeSummary = { counts: {}, count: 0, records: [], halls: [], days: [] }
  const halls = new Set<HallId>()
  const days = new Set<string>()
  const rank = new Map(RECORD_KINDS.map((kind, i) => [kind, i]))
  const ordered = [...differences].sort((a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0))
  for (const difference of ordered) {
    const { kind, id, before, after } = difference
    const op = opOf(difference)
    if (op === null) continue
    summary.count += 1
    const counts = summary.counts[kind] ?? {}
    summary.counts[kind] = counts
    counts[op] = (counts[op] ?? 0) + 1
    if (summary.records.length < NAMED_RECORDS)
      summary.records.push({ kind, id, op, name: nameOf(after ?? before ?? {}) })
    for (const fields of [before, after]) {
      if (fields === null) continue
      if (isPlaced(kind) && typeof fields.hallId === 'string') halls.add(fields.hallId as HallId)
      if (kind === 'talks') for (const { start } of heldSlots(id, fields)) days.add(dayOf(start))
    }
  }
  summary.halls = [...halls].map((id) => ({ id, name: textOf(nameOf(hall(id) ?? {})) }))
  summary.days = [...days].sort()
  return summary
}

const isPlaced = (kind: string): boolean => (PLACED_KINDS as readonly string[]).includes(kind)
const textOf = (name: string | LocalText | null): LocalText | null => (typeof name === 'string' ? { nl: name } : name)

function heldSlots(id: string, fields: StoredFields) {
  const decoded = decodeRecord('talks', id, fields)
  return decoded.ok ? slotsOf(decoded.record as Talk) : []
}

/** Null: nothing that anyone sees. */
function opOf({ before, after }: Difference): HistoryOp | null {
  const [was, is] = [before !== null && before.removed !== true, after !== null && after.removed !== true]
  if (!was && !is) return null
  if (!was) return before === null ? 'added' : 'restored'
  if (!is) return 'removed'
  const changed = changedFields(before as StoredFields, after as StoredFields)
  if (changed.length === 0) return null
  return changed.every((field) => isMove(field, before as StoredFields, after as StoredFields)) ? 'moved' : 'changed'
}

/** Names of the fields that differ; of fields that programs gave names of their own, too. */
export const changedFields = (before: StoredFields, after: StoredFields): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !sameField(fieldOf(before, key), fieldOf(after, key)),
  )

/** `toString` and its like are fields only where they were written. */
export const fieldOf = (fields: StoredFields, key: string): Json | undefined =>
  Object.hasOwn(fields, key) ? fields[key] : undefined

const sameField = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson([a]) === canonicalJson([b]))

function isMove(field: string, before: StoredFields, after: StoredFields): boolean {
  if (field === 'hallId' || isSlotKey(field)) return true
  const [from, to] = [before[field], after[field]]
  // A place holds width and depth too: another size is more than a move.
  return field === 'place' && Array.isArray(from) && Array.isArray(to) && from[2] === to[2] && from[3] === to[3]
}
