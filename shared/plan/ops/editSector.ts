import type { Plan } from '#shared/document/records'
import type { SectorId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { type Edit, storedFields } from './edit'
import { editFields } from './editFields'

export interface EditSector {
  id: SectorId
  name?: LocalText
  code?: string
  tint?: number
}

export const editSector = (plan: Plan, { id, name, code, tint }: EditSector): Edit =>
  editFields(plan, { kind: 'sectors', id, fields: storedFields({ name, code, tint }) })
