import type { Point } from '#shared/geometry/types'

/** What the choice goes by; `centre` in hall millimetres. */
export interface Comparable {
  readonly id: string
  readonly hallId: string
  readonly sectorId: string | null
  readonly areaMm2: number
  readonly centre: Point
}

export const MAX_ALTERNATIVES = 5

/**
 * The booths that come nearest to the one that was lost: same sector first, then nearest in size, then nearest in distance
 * (the same hall before all others). The id decides what is left, so that everybody is told the same.
 */
export function bestAlternatives<T extends Comparable>(
  wanted: Comparable,
  free: readonly T[],
  limit = MAX_ALTERNATIVES,
): T[] {
  const rank = (booth: T) => ({
    booth,
    otherSector: booth.sectorId === wanted.sectorId ? 0 : 1,
    sizeDifference: Math.abs(booth.areaMm2 - wanted.areaMm2),
    distance: distanceBetween(booth, wanted),
  })
  return free
    .filter((booth) => booth.id !== wanted.id)
    .map(rank)
    .sort(
      (a, b) =>
        a.otherSector - b.otherSector ||
        a.sizeDifference - b.sizeDifference ||
        a.distance - b.distance ||
        (a.booth.id < b.booth.id ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ booth }) => booth)
}

/** Further than any hall is wide, and still a number: the difference of two infinities is none. */
const OTHER_HALL = Number.MAX_SAFE_INTEGER

const distanceBetween = (a: Comparable, b: Comparable): number =>
  a.hallId === b.hallId ? Math.hypot(a.centre[0] - b.centre[0], a.centre[1] - b.centre[1]) : OTHER_HALL
