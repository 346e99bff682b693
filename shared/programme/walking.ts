import type { Stage } from '#shared/document/records'
import { centreOf } from '#shared/geometry/place'
import { distance } from '#shared/geometry/vectors'
import { MM_PER_METRE } from '#shared/kernel/units'
import { MINUTES_BETWEEN_HALLS, WALKING_SPEED } from './limits'

const MM_PER_MINUTE = WALKING_SPEED * 60 * MM_PER_METRE

/** Millimetres in a straight line between the middles of two stages; null between halls. */
export const walkingDistance = (a: Stage, b: Stage): number | null =>
  a.hallId === b.hallId ? distance(centreOf(a.place), centreOf(b.place)) : null

/** Whole minutes from one stage to another, rounded up; 0 from a stage to itself. */
export function walkingMinutes(a: Stage, b: Stage): number {
  const length = walkingDistance(a, b)
  return length === null ? MINUTES_BETWEEN_HALLS : Math.ceil(length / MM_PER_MINUTE)
}
