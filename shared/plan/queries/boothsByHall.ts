import { standingBooths } from '#shared/document/plan'
import type { Booth, Plan } from '#shared/document/records'
import type { HallId } from '#shared/kernel/ids'
import { compareNumbers } from './boothNumbers'

/** Standing booths of every hall (also of halls without any), in the order of their numbers. */
export function boothsByHall(plan: Plan): Map<HallId, Booth[]> {
  const halls = new Map<HallId, Booth[]>([...plan.halls.values()].map((hall) => [hall.id, []]))
  for (const booth of standingBooths(plan)) halls.get(booth.hallId)?.push(booth)
  for (const booths of halls.values()) booths.sort((a, b) => compareNumbers(a.number, b.number))
  return halls
}
