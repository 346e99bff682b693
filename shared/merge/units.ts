import type { Json, StoredFields } from '#shared/document/patch'
import type { RecordKind } from '#shared/document/records'
import { canonicalJson } from '#shared/kernel/canonicalJson'

/** Some of a record's fields; one that is not there has no value. */
export type Part = Readonly<Record<string, Json | undefined>>

/** Fields that mean one thing together: they are compared, shown and chosen as one. */
export interface Unit {
  name: string
  fields: readonly string[]
  /** Those of them in which two sides differ; the rest (who and when) only goes along. */
  compared: readonly string[]
}

const together = (name: string, fields: readonly string[], compared = fields): Unit => ({ name, fields, compared })

const GROUPS: Readonly<Partial<Record<RecordKind, readonly Unit[]>>> = {
  booths: [together('place', ['place', 'outline'])],
  talks: [together('carried', ['carried', 'guid'])],
  waivers: [together('reason', ['reason', 'accountId', 'at', 'conflict'], ['reason'])],
}

/** Whether a record stands is asked by itself. */
const FLAG = 'removed'

function unitOf(kind: RecordKind, field: string): Unit {
  return GROUPS[kind]?.find(({ fields }) => fields.includes(field)) ?? together(field, [field])
}

/** Every unit of which one of the records has a field, in the order of their fields. */
export function unitsOf(kind: RecordKind, records: readonly (StoredFields | null)[]): Unit[] {
  const units = new Map<string, Unit>()
  for (const record of records) {
    for (const field of Object.keys(record ?? {})) {
      if (field === FLAG) continue
      const unit = unitOf(kind, field)
      units.set(unit.name, unit)
    }
  }
  return [...units.values()]
}

export const unitNamed = (kind: RecordKind, name: string): Unit =>
  GROUPS[kind]?.find((unit) => unit.name === name) ?? together(name, [name])

/** The unit's fields as the record has them; those that it has not are named without a value. */
export const partOf = (record: StoredFields | null, { fields }: Pick<Unit, 'fields'>): Part =>
  Object.fromEntries(fields.map((field) => [field, record?.[field]]))

/** Whether both say the same of the unit. */
export function samePart(a: StoredFields | Part | null, b: StoredFields | Part | null, { compared }: Unit): boolean {
  const text = (part: StoredFields | Part | null) =>
    canonicalJson(Object.fromEntries(compared.map((field) => [field, part?.[field] ?? null])))
  return text(a) === text(b)
}

/** No record, or one that is flagged as taken away. */
export const isGone = (record: StoredFields | null): record is null => record === null || record[FLAG] === true

/** Kinds that are taken away by a flag; the others are deleted. */
export const hasFlag = (kind: RecordKind): boolean => kind === 'booths' || kind === 'talks'
