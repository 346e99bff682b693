import type { Plan } from '#shared/document/records'
import type { StageId } from '#shared/kernel/ids'
import type { SlotRef } from '../slots'
import { toRaster } from '../time'
import { type ProgrammeEdit, programmeEdit, slotOf, slotPatch, slotRefusal, type WantedSlot } from './edit'

export interface ShiftSlots {
  refs: Iterable<SlotRef>
  /** Later by so many minutes, brought to the raster once for all, so that they keep their distances. */
  minutes: number
  /** The stage that takes each one's place; without it they stay where they are. */
  stageOf?: (stageId: StageId) => StageId
}

/** Moves many together. Slots that are gone are passed over; refused as a whole when one of them would be nowhere. */
export function shiftSlots(plan: Plan, { refs, minutes, stageOf = (id) => id }: ShiftSlots): ProgrammeEdit {
  const by = toRaster(minutes) + 0
  const changed: [SlotRef, WantedSlot][] = []
  for (const ref of refs) {
    const slot = slotOf(plan, ref)
    if (!slot) continue
    const next = { stageId: stageOf(slot.stageId), start: slot.start + by, end: slot.end + by }
    if (by === 0 && next.stageId === slot.stageId) continue
    const refusal = slotRefusal(plan, next)
    if (refusal) return refusal
    changed.push([ref, next])
  }
  return programmeEdit(slotPatch(changed))
}
