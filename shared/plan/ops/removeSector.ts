import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { SectorId } from '#shared/kernel/ids'

/** Its booths stay, without a sector; removed booths too, in case they come back. */
export function removeSector(plan: Plan, id: SectorId): Patch {
  if (!plan.sectors.has(id)) return []
  const booths = [...plan.booths.values()].filter((booth) => booth.sectorId === id)
  return [
    ...booths.map((booth) => ({ op: 'set', kind: 'booths', id: booth.id, fields: { sectorId: null } }) as const),
    { op: 'delete', kind: 'sectors', id },
  ]
}
