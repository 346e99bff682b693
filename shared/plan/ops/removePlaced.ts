import type { Change } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { BoothId } from '#shared/kernel/ids'
import { type ItemKey, itemOf, splitKey } from '../itemKey'
import { compareNumbers } from '../queries/boothNumbers'
import { type Edit, edit, refuse } from './edit'

export interface RemovePlaced {
  keys: Iterable<ItemKey>
  isClaimed: (boothId: BoothId) => boolean
}

/** Booths go by a flag, everything else for good. Refused as a whole when a booth among them is claimed. */
export function removePlaced(plan: Plan, { keys, isClaimed }: RemovePlaced): Edit {
  const claimed: string[] = []
  const patch: Change[] = []
  for (const key of keys) {
    const record = itemOf(plan, key)
    if (!record) continue
    const { kind, id } = splitKey(key)
    if (!('number' in record)) patch.push({ op: 'delete', kind, id })
    else if (isClaimed(record.id)) claimed.push(record.number)
    else patch.push({ op: 'set', kind, id, fields: { removed: true } })
  }
  if (claimed.length === 0) return edit(patch)
  return refuse('claimedNotRemoved', { numbers: claimed.sort(compareNumbers).join(', '), count: claimed.length })
}
