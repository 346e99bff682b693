import type { Patch } from '#shared/document/patch'
import { boxRing } from '#shared/geometry/boxes'
import type { Polygon } from '#shared/geometry/types'
import type { HallId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { storedFields } from './edit'

export interface AddHall {
  id: HallId
  name: LocalText
  /** The floor, or its width and depth when it is a rectangle. */
  outline: Polygon | { widthMm: number; depthMm: number }
}

export function addHall({ id, name, outline }: AddHall): Patch {
  const ring =
    'widthMm' in outline ? boxRing({ minX: 0, minY: 0, maxX: outline.widthMm, maxY: outline.depthMm }) : outline
  return [{ op: 'put', kind: 'halls', id, fields: storedFields({ name, outline: ring }) }]
}
