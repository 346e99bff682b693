import type { Plan } from '#shared/document/records'
import { boxRing } from '#shared/geometry/boxes'
import { boundsOf } from '#shared/geometry/place'
import type { Polygon } from '#shared/geometry/types'
import type { HallId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { type Edit, storedFields } from './edit'
import { editFields } from './editFields'

export interface EditHall {
  id: HallId
  name?: LocalText
  /** The floor, or the width and depth of one that is to be a rectangle from the same corner. */
  outline?: Polygon | { widthMm: number; depthMm: number }
}

/** What lies in the hall stays where it is; the plan check tells what is outside now. */
export function editHall(plan: Plan, { id, name, outline }: EditHall): Edit {
  const ring = outline && 'widthMm' in outline ? rectangle(plan, id, outline.widthMm, outline.depthMm) : outline
  return editFields(plan, { kind: 'halls', id, fields: storedFields({ name, outline: ring }) })
}

function rectangle(plan: Plan, id: HallId, widthMm: number, depthMm: number): Polygon {
  const { minX, minY } = boundsOf(plan.halls.get(id)?.outline ?? [[0, 0]])
  return boxRing({ minX, minY, maxX: minX + widthMm, maxY: minY + depthMm })
}
