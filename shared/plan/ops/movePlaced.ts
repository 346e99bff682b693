import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import { type ItemKey, itemOf, splitKey } from '../itemKey'
import { moveShape, shapeOf } from '../shapes'
import { shapeFields } from './edit'

export interface MovePlaced {
  keys: Iterable<ItemKey>
  /** Millimetres, rounded to whole ones. */
  dx: number
  dy: number
}

export function movePlaced(plan: Plan, { keys, dx, dy }: MovePlaced): Patch {
  if (Math.round(dx) === 0 && Math.round(dy) === 0) return []
  return [...keys].flatMap((key): Patch => {
    const record = itemOf(plan, key)
    return record ? [{ op: 'set', ...splitKey(key), fields: shapeFields(moveShape(shapeOf(record), dx, dy)) }] : []
  })
}
