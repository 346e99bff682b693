import type { StoredFields } from '#shared/document/patch'
import type { RecordKey } from '#shared/document/records'
import type { Dispute, FieldDispute, Ground, RemovalDispute, Writer } from './dispute'
import type { OwnRecord } from './ownEdits'
import { keyText, referencesOf } from './references'
import { hasFlag, isGone, type Part, partOf, samePart, type Unit, unitsOf } from './units'

export type ReadFields = (key: RecordKey) => StoredFields | null

export interface Return {
  own: Iterable<OwnRecord>
  /** What the own records stood on when they were edited (see `referencesOf`). */
  ground: Iterable<Ground>
  /** The server's document without this window's edits. */
  theirs: ReadFields
  /** What became of both. */
  now: ReadFields
  /** Records of `now` that hang on one that this window deleted. */
  usersOf: (key: RecordKey) => readonly RecordKey[]
  /** Who wrote the fields last on the other side, where it is known. */
  writerOf?: (key: RecordKey, fields: readonly string[]) => Writer | null
}

/**
 * Where this window and others changed the same thing, each without knowing of the other: the same field to something else,
 * or one took away what the other worked on. Nothing else is listed.
 */
export function findDisputes(back: Return): Dispute[] {
  const ground = new Map([...back.ground].map((one) => [keyText(one), one]))
  const own = new Map([...back.own].map((record) => [keyText(record), record]))
  const lost = new Map<string, { ground: Ground; uses: RecordKey[] }>()
  const disputes: Dispute[] = []
  for (const record of own.values()) {
    const now = back.now(record)
    disputes.push(...disputesOfRecord(record, back, ground))
    if (isGone(record.mine) || isGone(now)) continue
    for (const reference of referencesOf(now)) {
      const stood = ground.get(keyText(reference))
      const removed = own.get(keyText(reference))
      if (!stood || (removed && isGone(removed.mine))) continue
      if (!isGone(back.now(reference)) || !isGone(back.theirs(reference))) continue
      const entry = lost.get(keyText(reference)) ?? { ground: stood, uses: [] }
      entry.uses.push({ kind: record.kind, id: record.id })
      lost.set(keyText(reference), entry)
    }
  }
  for (const [key, { ground: stood, uses }] of lost) {
    if (disputes.some((dispute) => dispute.key === key)) continue
    const { kind, id, fields } = stood
    disputes.push({
      ...{ type: 'removal', key, kind, id, removedBy: 'theirs', record: fields, by: null },
      ...{ edited: [], edits: {}, uses, ground: groundOf(fields, back, ground) },
    })
  }
  return disputes
}

function disputesOfRecord(own: OwnRecord, back: Return, ground: ReadonlyMap<string, Ground>): Dispute[] {
  const theirs = back.theirs(own)
  if (isGone(own.mine))
    return isGone(theirs) ? [] : [removedHere(own, theirs, back, ground)].flatMap((found) => found ?? [])
  if (isGone(theirs) || isGone(back.now(own))) return [removedThere(own, back, ground)].flatMap((found) => found ?? [])
  return fieldDisputes(own, own.mine, theirs, back)
}

function fieldDisputes(own: OwnRecord, mine: StoredFields, theirs: StoredFields, back: Return): FieldDispute[] {
  const { kind, id, base } = own
  const now = back.now(own)
  return unitsOf(kind, [mine, theirs, base]).flatMap((unit): FieldDispute[] => {
    const changedHere = isTouched(own, unit) && !samePart(mine, base, unit)
    const changedThere = !samePart(theirs, base, unit)
    // Others go on while one comes back: what stands now and is from neither is theirs.
    const wentOn = now !== null && !changedThere && !samePart(now, mine, unit) && !samePart(now, theirs, unit)
    const other = wentOn ? now : theirs
    const bothChanged = changedHere && (changedThere || wentOn) && !samePart(mine, other, unit)
    // A record that was written anew as a whole takes single edits of the other side with it.
    const isLost = now !== null && changedHere !== changedThere && samePart(now, base, unit)
    if (!bothChanged && !isLost) return []
    return [
      {
        ...{ type: 'field', key: `${kind}/${id}/${unit.name}`, kind, id, unit: unit.name },
        mine: changedHere ? partOf(mine, unit) : partOf(base, unit),
        theirs: partOf(other, unit),
        record: now ?? theirs,
        by: back.writerOf?.(own, unit.fields) ?? null,
      },
    ]
  })
}

const isTouched = ({ base, touched }: OwnRecord, { fields }: Unit) =>
  base === null || fields.some((field) => touched.includes(field))

/** Taken away here, worked on there. */
function removedHere(
  own: OwnRecord,
  theirs: StoredFields,
  back: Return,
  ground: ReadonlyMap<string, Ground>,
): RemovalDispute | null {
  const { kind, id, base } = own
  if (isGone(base)) return null
  const units = unitsOf(kind, [theirs, base]).filter((unit) => !samePart(theirs, base, unit))
  const uses = isGone(back.now(own)) ? back.usersOf(own) : []
  if (units.length === 0 && uses.length === 0) return null
  return {
    ...{ type: 'removal', key: keyText(own), kind, id, removedBy: 'mine', record: theirs, uses },
    ...editsOf(units, theirs),
    ground: groundOf(theirs, back, ground),
    by:
      back.writerOf?.(
        own,
        units.flatMap(({ fields }) => fields),
      ) ?? null,
  }
}

/** Worked on here, taken away there. */
function removedThere(own: OwnRecord, back: Return, ground: ReadonlyMap<string, Ground>): RemovalDispute | null {
  const { kind, id, base, mine } = own
  if (mine === null || isGone(base)) return null
  const units = unitsOf(kind, [mine, base]).filter((unit) => isTouched(own, unit) && !samePart(mine, base, unit))
  if (units.length === 0) return null
  return {
    ...{ type: 'removal', key: keyText(own), kind, id, removedBy: 'theirs', record: mine, uses: [] },
    ...editsOf(units, mine),
    ground: groundOf(mine, back, ground),
    by: hasFlag(kind) ? (back.writerOf?.(own, ['removed']) ?? null) : null,
  }
}

const editsOf = (units: readonly Unit[], record: StoredFields): { edited: string[]; edits: Part } => ({
  edited: units.map(({ name }) => name),
  edits: Object.assign({}, ...units.map((unit) => partOf(record, unit))),
})

function groundOf(record: StoredFields, back: Return, ground: ReadonlyMap<string, Ground>): Ground[] {
  return referencesOf(record).flatMap((key): Ground[] => {
    const fields = ground.get(keyText(key))?.fields ?? back.theirs(key)
    if (!fields || !isGone(back.now(key))) return []
    const stood = { kind: key.kind, id: key.id, fields }
    return [...groundOf(stood.fields, back, ground), stood]
  })
}
