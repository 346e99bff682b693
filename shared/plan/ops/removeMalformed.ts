import type { Patch } from '#shared/document/patch'
import type { MalformedRecord } from '#shared/document/records'

/** The one way to delete a booth for good: a record that no reader can use. The server puts back one that is claimed. */
export const removeMalformed = (malformed: readonly MalformedRecord[]): Patch =>
  malformed.map(({ kind, id }) => ({ op: 'delete', kind, id }))
