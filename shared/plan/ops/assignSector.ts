import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { SectorId } from '#shared/kernel/ids'
import { type ItemKey, itemOf, splitKey } from '../itemKey'

export interface AssignSector {
  keys: Iterable<ItemKey>
  /** null takes the sector away. */
  sectorId: SectorId | null
}

/** Only booths have a sector: other things among the keys are passed over, as are booths that have it already. */
export function assignSector(plan: Plan, { keys, sectorId }: AssignSector): Patch {
  if (sectorId !== null && !plan.sectors.has(sectorId)) return []
  return [...keys].flatMap((key): Patch => {
    const record = itemOf(plan, key)
    if (!record || !('number' in record) || record.sectorId === sectorId) return []
    return [{ op: 'set', ...splitKey(key), fields: { sectorId } }]
  })
}
