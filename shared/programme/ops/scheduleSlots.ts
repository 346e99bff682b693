import type { Plan } from '#shared/document/records'
import { parseSlotRef, type SlotRef, type TalkSlot } from '../slots'
import { RASTER, toRaster } from '../time'
import {
  type ProgrammeEdit,
  programmeEdit,
  programmeRefusal,
  slotOf,
  slotPatch,
  slotRefusal,
  snapMinutes,
  talkOf,
  type WantedSlot,
} from './edit'

export interface ScheduleSlots {
  /** Where each is to be. The first slot of a talk may be new, from the shelf; repetitions are made by addRepeat. */
  slots: readonly (WantedSlot & { ref: SlotRef })[]
  /** Off: to the minute. */
  snap?: boolean
}

/** Gives slots a stage, a start and an end; refused as a whole. What stays as it was is neither snapped nor written. */
export function scheduleSlots(plan: Plan, { slots, snap = true }: ScheduleSlots): ProgrammeEdit {
  const changed: [SlotRef, WantedSlot][] = []
  for (const { ref, ...wanted } of slots) {
    const { talkId, key } = parseSlotRef(ref)
    const before = slotOf(plan, ref)
    if (!talkOf(plan, talkId)) return programmeRefusal('noTalk')
    if (!before && key !== 'slot') return programmeRefusal('noSlot')
    const next = snap ? snapped(before, wanted) : wanted
    const refusal = slotRefusal(plan, next)
    if (refusal) return refusal
    if (!before || !sameSlot(before, next)) changed.push([ref, next])
  }
  return programmeEdit(slotPatch(changed))
}

/** Imported talks may lie beside the raster: moving one keeps its length, dragging one end leaves the other where it is. */
function snapped(before: TalkSlot | undefined, { stageId, start, end }: WantedSlot): WantedSlot {
  if (before?.start === start) {
    return { stageId, start, end: end === before.end ? end : Math.max(toRaster(end), rasterAfter(start)) }
  }
  if (before?.end === end) return { stageId, start: Math.min(toRaster(start), rasterBefore(end)), end }
  const from = toRaster(start)
  const isMoved = before && end - start === before.end - before.start
  return { stageId, start: from, end: from + (isMoved ? end - start : snapMinutes(end - start)) }
}

const rasterAfter = (minute: number): number => (Math.floor(minute / RASTER) + 1) * RASTER
const rasterBefore = (minute: number): number => (Math.ceil(minute / RASTER) - 1) * RASTER

const sameSlot = (a: WantedSlot, b: WantedSlot): boolean =>
  a.stageId === b.stageId && a.start === b.start && a.end === b.end
