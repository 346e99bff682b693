import type { Change } from '#shared/document/patch'
import { PLACED_KINDS, type Plan } from '#shared/document/records'
import type { BoothId, HallId } from '#shared/kernel/ids'
import { compareNumbers } from '../queries/boothNumbers'
import { type Edit, edit, refuse } from './edit'

export interface RemoveHall {
  id: HallId
  isClaimed: (boothId: BoothId) => boolean
}

/** A hall with everything in it, as one step; refused while a booth in it is claimed. */
export function removeHall(plan: Plan, { id, isClaimed }: RemoveHall): Edit {
  if (!plan.halls.has(id)) return edit([])
  const booths = [...plan.booths.values()].filter((booth) => booth.hallId === id && !booth.removed)
  const claimed = booths.filter((booth) => isClaimed(booth.id)).map((booth) => booth.number)
  if (claimed.length > 0) {
    return refuse('hallClaimed', { numbers: claimed.sort(compareNumbers).join(', '), count: claimed.length })
  }
  const patch: Change[] = booths.map((booth) => ({
    op: 'set',
    kind: 'booths',
    id: booth.id,
    fields: { removed: true },
  }))
  for (const kind of PLACED_KINDS) {
    if (kind === 'booths') continue
    for (const record of plan[kind].values())
      if (record.hallId === id) patch.push({ op: 'delete', kind, id: record.id })
  }
  return edit([...patch, { op: 'delete', kind: 'halls', id }])
}
