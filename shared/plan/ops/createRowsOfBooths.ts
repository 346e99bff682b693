import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { Place } from '#shared/geometry/types'
import type { BoothId, HallId, SectorId } from '#shared/kernel/ids'
import { proposeRowNumbers } from '../queries/boothNumbers'
import { createBooth } from './createBooth'

export interface CreateRowsOfBooths {
  hallId: HallId
  rows: readonly { places: readonly Place[] }[]
  sectorId: SectorId | null
  newId: () => BoothId
}

/** Booths in lines, each line with a series of numbers of its own. */
export function createRowsOfBooths(plan: Plan, { hallId, rows, sectorId, newId }: CreateRowsOfBooths): Patch {
  const filled = rows.filter(({ places }) => places.length > 0)
  const numbers = proposeRowNumbers(
    plan,
    hallId,
    filled.map(({ places }) => places.length),
  )
  return filled.flatMap(({ places }, line) =>
    places.flatMap((place, i) =>
      createBooth(plan, { id: newId(), hallId, shape: { place }, sectorId, number: numbers[line]?.[i] ?? '' }),
    ),
  )
}
