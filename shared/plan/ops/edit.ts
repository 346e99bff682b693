import type { Json, Patch, StoredFields } from '#shared/document/patch'
import type { Shape } from '../shapes'

/** Why an op does nothing: the sentence is `editor:messages.<code>`. */
export const REFUSALS = [
  'claimedNotRemoved',
  'numberTaken',
  'hallClaimed',
  'nothingFits',
  'noHall',
  'invalidField',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** What an op that may be refused answers. */
export type Edit =
  | { ok: true; patch: Patch }
  | { ok: false; code: Refusal; params: Readonly<Record<string, string | number>> }

export const edit = (patch: Patch): Edit => ({ ok: true, patch })
export const refuse = (code: Refusal, params: Readonly<Record<string, string | number>> = {}): Edit => ({
  ok: false,
  code,
  params,
})

/** A shape as stored fields. */
export const shapeFields = (shape: Shape): StoredFields =>
  shape.place ? { place: [...shape.place] } : { outline: (shape.outline ?? []).map(([x, y]) => [x, y]) }

/** A record's own fields as they are stored: no id, nothing undefined. */
export function storedFields(record: object): StoredFields {
  const { id: _, ...fields } = record as { id?: unknown }
  return JSON.parse(JSON.stringify(fields)) as Record<string, Json>
}
