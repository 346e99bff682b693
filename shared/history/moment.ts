import { type FairDocument, readPlan, storedRecords } from '#shared/document/fairDocument'
import type { StoredFields } from '#shared/document/patch'
import type { Plan, RecordKey, RecordKind } from '#shared/document/records'
import type { LocalText } from '#shared/kernel/language'

/** A document at one moment: as it is read, and as it is stored, fields that no reader knows included. */
export interface Moment {
  readonly plan: Plan
  readonly stored: Readonly<Record<RecordKind, ReadonlyMap<string, StoredFields>>>
  /** Records that no reader understands. */
  readonly malformed: ReadonlySet<RecordName>
}

/** Names a record among all kinds. */
export type RecordName = `${RecordKind}/${string}`
export const recordName = ({ kind, id }: RecordKey): RecordName => `${kind}/${id}`

export function readMoment(doc: FairDocument): Moment {
  const { plan, malformed } = readPlan(doc)
  return { plan, stored: storedRecords(doc), malformed: new Set(malformed.map(recordName)) }
}

/** What a record is called, read with patience: old and malformed ones have names too. */
export function nameOf(fields: StoredFields): string | LocalText | null {
  const name = fields.number ?? fields.title ?? fields.name
  if (typeof name === 'string') return name
  if (name === null || typeof name !== 'object' || Array.isArray(name)) return null
  const texts = Object.entries(name).filter(([, text]) => typeof text === 'string')
  return texts.some(([language]) => language === 'nl') ? (Object.fromEntries(texts) as unknown as LocalText) : null
}
