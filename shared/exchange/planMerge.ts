import type { Change, Json, Patch, StoredFields } from '#shared/document/patch'
import { type MalformedRecord, type Plan, RECORD_KINDS, type RecordKind } from '#shared/document/records'

/** `add` leaves everything that is there as it is; `replace` makes the plan what the file says. */
export const IMPORT_MODES = ['add', 'replace'] as const
export type ImportMode = (typeof IMPORT_MODES)[number]

export interface KindCounts {
  added: number
  changed: number
  removed: number
  /** Already there: the same, or (when adding) left as it is. */
  kept: number
}

export interface PlanMerge {
  patch: Patch
  counts: Record<RecordKind, KindCounts>
  /** Ids of booths that would go, and of those that would change. */
  removedBooths: string[]
  changedBooths: string[]
}

interface Current {
  plan: Plan
  malformed: readonly MalformedRecord[]
}

/** A file of a plan alone says nothing about the programme, which then stays. */
const isSilentOn = (incoming: Plan, kind: RecordKind): boolean =>
  (kind === 'talks' || kind === 'waivers') && incoming.talks.size === 0

/** What an import does to a draft, worked out before anything is touched. Booths and talks go by flag, as they do in the editors. */
export function planMerge({ plan, malformed }: Current, incoming: Plan, mode: ImportMode): PlanMerge {
  const patch: Change[] = []
  const counts = Object.fromEntries(
    RECORD_KINDS.map((kind) => [kind, { added: 0, changed: 0, removed: 0, kept: 0 }]),
  ) as Record<RecordKind, KindCounts>
  const removedBooths: string[] = []
  const changedBooths: string[] = []
  const unreadable = new Set(malformed.map(({ kind, id }) => `${kind}/${id}`))

  for (const kind of RECORD_KINDS) {
    const tally = counts[kind]
    for (const [id, record] of incoming[kind]) {
      const fields = storedFields(record)
      const present = plan[kind].get(id)
      if (!present) {
        if (mode === 'add' && unreadable.has(`${kind}/${id}`)) {
          tally.kept++
          continue
        }
        patch.push({ op: 'put', kind, id, fields })
        tally.added++
        continue
      }
      const change = fieldChanges(storedFields(present), fields)
      const gone = 'removed' in present && present.removed
      if (change === null || (mode === 'add' && !gone)) {
        tally.kept++
        continue
      }
      patch.push({ op: 'set', kind, id, fields: change })
      if (gone) tally.added++
      else {
        tally.changed++
        if (kind === 'booths') changedBooths.push(id)
      }
    }
    if (mode === 'add') continue
    for (const [id, record] of plan[kind]) {
      const isFlagged = 'removed' in record
      if (incoming[kind].has(id) || (isFlagged && record.removed)) continue
      if (isSilentOn(incoming, kind)) {
        tally.kept++
        continue
      }
      tally.removed++
      if (kind === 'booths') removedBooths.push(id)
      patch.push(isFlagged ? { op: 'set', kind, id, fields: { removed: true } } : { op: 'delete', kind, id })
    }
  }
  if (mode === 'replace') {
    for (const { kind, id } of malformed) {
      if (incoming[kind].has(id)) continue
      counts[kind].removed++
      if (kind === 'booths') removedBooths.push(id)
      patch.push({ op: 'delete', kind, id })
    }
  }
  return { patch, counts, removedBooths, changedBooths }
}

function storedFields({ id: _id, ...fields }: { id: string }): StoredFields {
  return JSON.parse(JSON.stringify(fields)) as Record<string, Json>
}

/** Only the fields that differ, so that what others change in the same record meanwhile stays; null when none does. */
function fieldChanges(before: StoredFields, after: StoredFields): Record<string, Json | undefined> | null {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const changes = [...keys]
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => [key, after[key]] as const)
  return changes.length === 0 ? null : Object.fromEntries(changes)
}
