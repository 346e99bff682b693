import type { Plan } from '#shared/document/records'
import type { SlotRef, TalkSlot } from '../slots'
import { type ProgrammeEdit, programmeEdit, programmeRefusal, slotOf, slotPatch, slotRefusal } from './edit'

/** Two slots exchange stage and start; each keeps its length. */
export function swapSlots(plan: Plan, { a, b }: { a: SlotRef; b: SlotRef }): ProgrammeEdit {
  const [one, other] = [slotOf(plan, a), slotOf(plan, b)]
  if (!one || !other) return programmeRefusal('noSlot')
  if (a === b) return programmeEdit([])
  const [first, second] = [inPlaceOf(one, other), inPlaceOf(other, one)]
  return (
    slotRefusal(plan, first) ??
    slotRefusal(plan, second) ??
    programmeEdit(
      slotPatch([
        [a, first],
        [b, second],
      ]),
    )
  )
}

const inPlaceOf = (slot: TalkSlot, { stageId, start }: TalkSlot) => ({
  stageId,
  start,
  end: start + slot.end - slot.start,
})
