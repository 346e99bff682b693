import type { Patch } from '#shared/document/patch'
import { decodeRecord, type Plan } from '#shared/document/records'
import type { AccountId } from '#shared/kernel/ids'
import { storedFields } from '#shared/plan/ops/edit'
import type { Conflict } from '../conflicts/types'
import { waiverId } from '../conflicts/waivers'
import { type ProgrammeEdit, programmeEdit, programmeRefusal } from './edit'

export interface WaiveConflict {
  conflict: Pick<Conflict, 'key'>
  reason: string
  accountId: AccountId | null
  at: Date
}

/** Accepts a conflict, with the reason that others will read. Said again, the later reason stands. */
export function waiveConflict({ conflict, reason, accountId, at }: WaiveConflict): ProgrammeEdit {
  const id = waiverId(conflict.key)
  const decoded = decodeRecord('waivers', id, { conflict: conflict.key, reason, accountId, at: at.getTime() })
  if (!decoded.ok) return programmeRefusal('reasonNeeded')
  return programmeEdit([{ op: 'put', kind: 'waivers', id, fields: storedFields(decoded.record) }])
}

/** The conflict counts again. */
export const unwaiveConflict = (plan: Plan, conflict: Pick<Conflict, 'key'>): Patch =>
  [...plan.waivers.values()]
    .filter((waiver) => waiver.conflict === conflict.key)
    .map(({ id }) => ({ op: 'delete', kind: 'waivers', id }))
