import type { Booth, Plan } from '#shared/document/records'
import type { HallId } from '#shared/kernel/ids'
import { numberKey } from './boothNumbers'

/** The standing booth of this number; without a hall the first hall that has it. */
export function findBooth(plan: Plan, number: string, hallId?: HallId): Booth | undefined {
  const wanted = numberKey(number)
  for (const booth of plan.booths.values()) {
    if (!booth.removed && (hallId === undefined || booth.hallId === hallId) && numberKey(booth.number) === wanted) {
      return booth
    }
  }
  return undefined
}
