import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import { boxCentre, unionOf } from '#shared/geometry/boxes'
import { centreOf } from '#shared/geometry/place'
import type { Point } from '#shared/geometry/types'
import { normaliseAngle } from '#shared/kernel/units'
import { type ItemKey, itemOf, splitKey } from '../itemKey'
import { boxOf, rotateShape, shapeOf } from '../shapes'
import { shapeFields } from './edit'

export interface RotatePlaced {
  keys: Iterable<ItemKey>
  /** 1/100 degree clockwise. */
  angle: number
  /** Without it the middle of them all. */
  pivot?: Point
}

/** The point that a turn of these things leaves where it is; null when there is none of them. */
export function pivotOf(plan: Plan, keys: Iterable<ItemKey>): Point | null {
  const records = [...keys].map((key) => itemOf(plan, key)).filter((record) => record !== undefined)
  const [only] = records
  if (records.length === 1 && only?.place) return centreOf(only.place)
  const box = unionOf(records.map(boxOf))
  return box && boxCentre(box)
}

export function rotatePlaced(plan: Plan, { keys, angle, pivot }: RotatePlaced): Patch {
  const all = [...keys]
  const centre = pivot ?? pivotOf(plan, all)
  if (!centre || normaliseAngle(angle) === 0) return []
  return all.flatMap((key): Patch => {
    const record = itemOf(plan, key)
    if (!record) return []
    return [{ op: 'set', ...splitKey(key), fields: shapeFields(rotateShape(shapeOf(record), centre, angle)) }]
  })
}
