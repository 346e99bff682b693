import type { Json } from '#shared/document/patch'
import { decodeRecord, type Plan, type RecordKind } from '#shared/document/records'
import { type Edit, edit, refuse, storedFields } from './edit'

export interface EditFields {
  kind: RecordKind
  id: string
  /** undefined takes a field away. */
  fields: Readonly<Record<string, Json | undefined>>
}

/** Any fields of any record, checked as they would stand afterwards. Fields that stay the same are not written. */
export function editFields(plan: Plan, { kind, id, fields }: EditFields): Edit {
  const record = plan[kind].get(id)
  if (!record) return refuse('invalidField', { field: 'id' })
  const before = storedFields(record)
  const after: Record<string, Json | undefined> = { ...before, ...fields }
  const decoded = decodeRecord(kind, id, JSON.parse(JSON.stringify(after)))
  if (!decoded.ok) return refuse('invalidField', { field: decoded.malformed.problem.split(':')[0] ?? '' })
  const clean = decoded.record as unknown as Record<string, Json | undefined>
  const changed = Object.keys(fields).filter((name) => JSON.stringify(clean[name]) !== JSON.stringify(before[name]))
  if (changed.length === 0) return edit([])
  return edit([{ op: 'set', kind, id, fields: Object.fromEntries(changed.map((name) => [name, clean[name]])) }])
}
