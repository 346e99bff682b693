import type { Json } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { TalkId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { editFields } from '#shared/plan/ops/editFields'
import type { TalkDetails } from './createTalk'
import { asProgrammeEdit, type ProgrammeEdit, programmeRefusal, talkOf } from './edit'

export interface EditTalk {
  id: TalkId
  /** Those named are changed; each is one register. */
  fields: TalkDetails & { title?: LocalText }
}

/** Checked as the talk would stand afterwards; fields that stay the same are not written. */
export function editTalk(plan: Plan, { id, fields }: EditTalk): ProgrammeEdit {
  if (!talkOf(plan, id)) return programmeRefusal('noTalk')
  if (fields.prerequisiteId === id) return programmeRefusal('invalidField', { field: 'prerequisiteId' })
  const stored = JSON.parse(JSON.stringify(fields)) as Record<string, Json>
  return asProgrammeEdit(editFields(plan, { kind: 'talks', id, fields: stored }))
}
