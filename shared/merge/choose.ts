import type { Change, Json, Patch, StoredFields } from '#shared/document/patch'
import type { RecordKey } from '#shared/document/records'
import type { Dispute, FieldDispute, RemovalDispute, Side } from './dispute'
import { hasFlag, isGone, type Part, samePart, unitNamed } from './units'

/** What stands now: one side's, or something else. */
export type Standing = Side | 'other'

const OPPOSITE = { mine: 'theirs', theirs: 'mine' } as const

/** Whose removal it was asks for the record to be away; the other side asks for it to be kept. */
const keeps = ({ removedBy }: RemovalDispute, side: Side) => side !== removedBy

export function standingOf(dispute: Dispute, now: StoredFields | null): Standing {
  if (dispute.type === 'removal') {
    if (isGone(now)) return dispute.removedBy
    const kept = dispute.edited.every((name) => samePart(now, dispute.edits, unitNamed(dispute.kind, name)))
    return kept ? OPPOSITE[dispute.removedBy] : 'other'
  }
  const unit = unitNamed(dispute.kind, dispute.unit)
  if (samePart(now, dispute.mine, unit)) return 'mine'
  return samePart(now, dispute.theirs, unit) ? 'theirs' : 'other'
}

/** What makes that side's value stand; nothing where it stands already. */
export function choicePatch(dispute: Dispute, side: Side, read: (key: RecordKey) => StoredFields | null): Patch {
  const now = read(dispute)
  if (standingOf(dispute, now) === side) return []
  if (dispute.type === 'field') return fieldPatch(dispute, side, now)
  return keeps(dispute, side) ? keepPatch(dispute, now, read) : removalPatch(dispute, now)
}

function fieldPatch({ kind, id, ...dispute }: FieldDispute, side: Side, now: StoredFields | null): Patch {
  return now === null ? [] : [{ op: 'set', kind, id, fields: written(dispute[side], now) }]
}

function removalPatch({ kind, id }: RecordKey, now: StoredFields | null): Patch {
  if (now === null) return []
  return [hasFlag(kind) ? { op: 'set', kind, id, fields: { removed: true } } : { op: 'delete', kind, id }]
}

function keepPatch(dispute: RemovalDispute, now: StoredFields | null, read: (key: RecordKey) => StoredFields | null) {
  const { kind, id, record, edits, ground } = dispute
  const flag: Record<string, Json> = hasFlag(kind) ? { removed: false } : {}
  const under = ground
    .filter((stood) => read(stood) === null)
    .map((stood): Change => ({ op: 'put', kind: stood.kind, id: stood.id, fields: stood.fields }))
  const own: Change =
    now === null
      ? { op: 'put', kind, id, fields: { ...record, ...flag } }
      : { op: 'set', kind, id, fields: { ...written(edits, now), ...flag } }
  return [...under, own]
}

/** Fields that have no value are taken away, where they are there. */
function written(part: Part, now: StoredFields): Record<string, Json | undefined> {
  return Object.fromEntries(Object.entries(part).filter(([field, value]) => value !== undefined || field in now))
}

/** The choices as one edit; of records that several of them put back each is put once. */
export function choicesPatch(
  choices: Iterable<readonly [Dispute, Side]>,
  read: (key: RecordKey) => StoredFields | null,
): Patch {
  const put = new Set<string>()
  return [...choices]
    .flatMap(([dispute, side]) => choicePatch(dispute, side, read))
    .filter(({ op, kind, id }) => {
      if (op !== 'put') return true
      const name = `${kind}/${id}`
      return put.has(name) ? false : put.add(name).has(name)
    })
}
