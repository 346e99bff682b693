import type { Patch } from '#shared/document/patch'
import type { PlacedKind } from '#shared/document/records'
import type { Place } from '#shared/geometry/types'
import type { HallId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { storedFields } from './edit'

interface Base {
  id: string
  hallId: HallId
  place: Place
}

export type CreatePlaced = Base &
  (
    | { kind: 'walls' }
    | { kind: 'columns'; round: boolean }
    | { kind: 'exits'; exitKind: 'entrance' | 'exit' | 'emergency' }
    | { kind: 'stages'; name: LocalText; capacity?: number }
    | { kind: 'meetingPoints'; name: LocalText }
  )
export type CreatableKind = Exclude<PlacedKind, 'booths'>

/** Everything that lies in a hall but booths. */
export function createPlaced({ id, ...input }: CreatePlaced): Patch {
  const { kind, ...fields } = input
  if (input.kind !== 'exits') return [{ op: 'put', kind, id, fields: storedFields(fields) }]
  const { hallId, place, exitKind } = input
  return [{ op: 'put', kind, id, fields: { hallId, place: [...place], kind: exitKind } }]
}
