import type { StoredFields } from '#shared/document/patch'
import type { RecordKey, RecordKind } from '#shared/document/records'
import { isSlotKey } from '#shared/document/slotKey'

export const keyText = ({ kind, id }: RecordKey): string => `${kind}/${id}`

/** Records that this one cannot do without: its hall, its sector, the stages on which it is held. */
export function referencesOf(record: StoredFields): RecordKey[] {
  const found = new Map<string, RecordKey>()
  const add = (kind: RecordKind, id: unknown) => {
    if (typeof id === 'string') found.set(`${kind}/${id}`, { kind, id })
  }
  add('halls', record.hallId)
  add('sectors', record.sectorId)
  for (const [field, value] of Object.entries(record)) {
    if (isSlotKey(field) && Array.isArray(value)) add('stages', value[0])
  }
  return [...found.values()]
}
