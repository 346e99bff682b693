import type { Plan } from '#shared/document/records'
import type { SlotKey } from '#shared/document/slotKey'
import type { StageId, TalkId } from '#shared/kernel/ids'
import { DEFAULT_MINUTES } from '../limits'
import { slotRef, slotsOf } from '../slots'
import { toRaster } from '../time'
import { type ProgrammeEdit, programmeEdit, programmeRefusal, slotPatch, slotRefusal, talkOf } from './edit'

export interface AddRepeat {
  talkId: TalkId
  stageId: StageId
  start: number
  /** Without it as long as the talk is now, or as its kind mostly is. */
  minutes?: number
  /** Names the repetition. */
  id: string
}

/** One more time for a talk; its first if it has none yet. */
export function addRepeat(plan: Plan, { talkId, stageId, start, minutes, id }: AddRepeat): ProgrammeEdit {
  const talk = talkOf(plan, talkId)
  if (!talk) return programmeRefusal('noTalk')
  const key: SlotKey = talk.slot === null ? 'slot' : `slot:${id}`
  const [first] = slotsOf(talk)
  const from = toRaster(start)
  const length = minutes ?? (first ? first.end - first.start : DEFAULT_MINUTES[talk.kind])
  const slot = { stageId, start: from, end: from + length }
  return slotRefusal(plan, slot) ?? programmeEdit(slotPatch([[slotRef(talkId, key), slot]]))
}
