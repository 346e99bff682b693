import { decodeRecord, type Plan, type Talk } from '#shared/document/records'
import type { TalkId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { storedFields } from '#shared/plan/ops/edit'
import { slotValue } from '../slots'
import { type ProgrammeEdit, programmeEdit, programmeRefusal, slotRefusal, type WantedSlot } from './edit'

/** What people say about a talk; times have ops of their own. */
export type TalkDetails = Partial<
  Pick<
    Talk,
    | 'abstract'
    | 'kind'
    | 'state'
    | 'sectorId'
    | 'language'
    | 'speakerIds'
    | 'audience'
    | 'seats'
    | 'needs'
    | 'prerequisiteId'
    | 'guid'
    | 'carried'
  >
>

export interface CreateTalk extends TalkDetails {
  id: TalkId
  title: LocalText
  /** Without it the talk lands on the shelf. */
  slot?: WantedSlot | null
}

/** A new talk, an idea unless it says otherwise. */
export function createTalk(plan: Plan, { id, slot, ...details }: CreateTalk): ProgrammeEdit {
  if (plan.talks.has(id)) return programmeRefusal('invalidField', { field: 'id' })
  const refusal = slot ? slotRefusal(plan, slot) : null
  if (refusal) return refusal
  const decoded = decodeRecord('talks', id, storedFields({ ...details, slot: slot ? slotValue(slot) : null }))
  if (!decoded.ok) return programmeRefusal('invalidField', { field: decoded.malformed.problem.split(':')[0] ?? '' })
  return programmeEdit([{ op: 'put', kind: 'talks', id, fields: storedFields(decoded.record) }])
}
