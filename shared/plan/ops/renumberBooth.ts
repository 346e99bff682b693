import { boothNumberSchema, type Plan } from '#shared/document/records'
import type { BoothId } from '#shared/kernel/ids'
import { numberKey } from '../queries/boothNumbers'
import { findBooth } from '../queries/findBooth'
import { type Edit, edit, refuse } from './edit'

export interface RenumberBooth {
  boothId: BoothId
  number: string
}

/** Refused when another booth of the hall has the number: two booths with one number come only of two people at once. */
export function renumberBooth(plan: Plan, { boothId, number }: RenumberBooth): Edit {
  const booth = plan.booths.get(boothId)
  const wanted = boothNumberSchema.safeParse(number)
  if (!booth || !wanted.success) return refuse('invalidField', { field: 'number' })
  if (booth.number === wanted.data) return edit([])
  const other = findBooth(plan, wanted.data, booth.hallId)
  if (other && other.id !== booth.id && numberKey(booth.number) !== numberKey(wanted.data)) {
    return refuse('numberTaken', { number: wanted.data })
  }
  return edit([{ op: 'set', kind: 'booths', id: boothId, fields: { number: wanted.data } }])
}
