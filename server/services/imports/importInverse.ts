import { createHash } from 'node:crypto'
import { type FairDocument, storedFields } from '#shared/document/fairDocument'
import type { Json, Patch, StoredFields } from '#shared/document/patch'
import type { RecordKind } from '#shared/document/records'
import { canonicalJson } from '#shared/kernel/canonicalJson'
import type { LocalText } from '#shared/kernel/language'

/** What a record was, and what the import made of it: enough to put it back where nobody has touched it since. */
export interface RecordInverse {
  kind: RecordKind
  id: string
  /** The fields that changed, as they were; those that were not there are missing. Null: the import brought the record. */
  before: StoredFields | null
  /** Digests of the fields that the import wrote. */
  after: Record<string, string>
}

/** The part of a person's row that imports write. */
export interface PersonContent {
  name: string
  biography: Partial<LocalText>
  links: { label: string; url: string }[]
  guid: string | null
  carried: Record<string, unknown>
}

export interface PersonInverse {
  /** Null: the import brought the person. */
  before: PersonContent | null
  /** Digest of what the import wrote. */
  after: string
}

export interface ImportInverse {
  records: RecordInverse[]
  /** By id, so that whoever is erased is forgotten here too. */
  people: Record<string, PersonInverse>
}

/** Tells whether a value is still the same, without keeping it twice. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalJson([value]))
    .digest('base64url')
    .slice(0, 16)

export const digestsOf = (fields: Readonly<Record<string, Json | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, digestOf(value ?? null)]))

/** What takes a patch back, worked out before it is applied. */
export function inverseOf(doc: FairDocument, patch: Patch): RecordInverse[] {
  return patch.flatMap((change): RecordInverse[] => {
    if (change.op === 'delete') return []
    const { kind, id, fields } = change
    const stored = storedFields(doc, { kind, id })
    if (stored === null) return change.op === 'put' ? [{ kind, id, before: null, after: digestsOf(fields) }] : []
    const touched = change.op === 'put' ? { ...stored, ...fields } : fields
    const before = Object.fromEntries(Object.entries(stored).filter(([key]) => key in touched))
    return [{ kind, id, before, after: digestsOf(touched) }]
  })
}
