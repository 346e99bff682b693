import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { Place } from '#shared/geometry/types'
import { whole } from '#shared/geometry/vectors'
import { normaliseAngle } from '#shared/kernel/units'
import { type ItemKey, itemOf, splitKey } from '../itemKey'

export interface ResizePlaced {
  key: ItemKey
  /** The new place as a whole; rounded, at least 1 mm wide and deep. */
  place: Place
}

export const roundPlace = ([x, y, width, depth, rotation]: Place): Place => [
  whole(x),
  whole(y),
  Math.max(1, Math.round(width)),
  Math.max(1, Math.round(depth)),
  normaliseAngle(rotation),
]

/** Only for things with a place: outlines have no width and depth to set. A round column stays round. */
export function resizePlaced(plan: Plan, { key, place }: ResizePlaced): Patch {
  const record = itemOf(plan, key)
  if (!record?.place) return []
  const [x, y, width, depth, rotation] = roundPlace(place)
  const round = 'round' in record && record.round
  const next: Place = [x, y, width, round ? width : depth, rotation]
  if (next.every((value, i) => value === record.place?.[i])) return []
  return [{ op: 'set', ...splitKey(key), fields: { place: [...next] } }]
}
