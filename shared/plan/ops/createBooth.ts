import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { BoothId, HallId, SectorId } from '#shared/kernel/ids'
import { proposeNumber } from '../queries/boothNumbers'
import type { Shape } from '../shapes'
import { shapeFields } from './edit'

export interface CreateBooth {
  id: BoothId
  hallId: HallId
  shape: Shape
  sectorId: SectorId | null
  /** Without it the next one of the hall's series. */
  number?: string
}

export function createBooth(plan: Plan, { id, hallId, shape, sectorId, number }: CreateBooth): Patch {
  const fields = {
    hallId,
    number: number ?? proposeNumber(plan, hallId),
    sectorId: sectorId !== null && plan.sectors.has(sectorId) ? sectorId : null,
    ...shapeFields(shape),
    removed: false,
  }
  return [{ op: 'put', kind: 'booths', id, fields }]
}
