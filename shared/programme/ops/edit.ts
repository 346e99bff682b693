import type { Json, Patch } from '#shared/document/patch'
import type { Plan, Talk } from '#shared/document/records'
import { MAX_SLOT_MINUTES } from '#shared/document/schedule'
import type { SlotKey } from '#shared/document/slotKey'
import type { TalkId } from '#shared/kernel/ids'
import type { Edit } from '#shared/plan/ops/edit'
import { parseSlotRef, type SlotRef, slotsOf, slotValue, type TalkSlot } from '../slots'
import { standingStage } from '../standing'
import { RASTER, toRaster } from '../time'

/** Why an op does nothing: the sentence is `conflicts:refusals.<code>`. */
export const PROGRAMME_REFUSALS = ['invalidField', 'noTalk', 'noStage', 'noSlot', 'tooLong', 'reasonNeeded'] as const
export type ProgrammeRefusal = (typeof PROGRAMME_REFUSALS)[number]

/** What an op answers. An empty patch: everything is as it was asked for already. */
export type ProgrammeEdit =
  | { ok: true; patch: Patch }
  | { ok: false; code: ProgrammeRefusal; params: Readonly<Record<string, string | number>> }

export const programmeEdit = (patch: Patch): ProgrammeEdit => ({ ok: true, patch })
export const programmeRefusal = (
  code: ProgrammeRefusal,
  params: Readonly<Record<string, string | number>> = {},
): ProgrammeEdit => ({ ok: false, code, params })

/** The answer of an op on any record: what it refuses is a field that will not do. */
export const asProgrammeEdit = (edit: Edit): ProgrammeEdit =>
  edit.ok ? edit : programmeRefusal('invalidField', { field: String(edit.params.field ?? '') })

/** The talk, unless it is gone or flagged as removed. */
export function talkOf(plan: Plan, id: TalkId): Talk | undefined {
  const talk = plan.talks.get(id)
  return talk?.removed ? undefined : talk
}

/** The slot of that name as it is now; on a stage that is gone too. */
export function slotOf(plan: Plan, ref: SlotRef): TalkSlot | undefined {
  const { talkId, key } = parseSlotRef(ref)
  const talk = talkOf(plan, talkId)
  return talk && slotsOf(talk).find((slot) => slot.key === key)
}

export type WantedSlot = Pick<TalkSlot, 'stageId' | 'start' | 'end'>

/** Why a talk cannot be there, whatever else is: a conflict is no reason. */
export function slotRefusal(plan: Plan, { stageId, start, end }: WantedSlot): ProgrammeEdit | null {
  if (!standingStage(plan, stageId)) return programmeRefusal('noStage')
  if (end - start > MAX_SLOT_MINUTES) return programmeRefusal('tooLong', { hours: MAX_SLOT_MINUTES / 60 })
  return start >= 0 && end > start ? null : programmeRefusal('invalidField', { field: 'slot' })
}

/** On the raster, and never shorter than one step of it. */
export const snapMinutes = (minutes: number): number => Math.max(RASTER, toRaster(minutes))

/** Writes slots, null taking one away: one `set` a talk, since two of one talk are one register each. */
export function slotPatch(slots: Iterable<readonly [SlotRef, WantedSlot | null]>): Patch {
  const fields = new Map<TalkId, Record<string, Json | undefined>>()
  for (const [ref, slot] of slots) {
    const { talkId, key } = parseSlotRef(ref)
    const of = fields.get(talkId) ?? {}
    fields.set(talkId, of)
    of[key] = slot ? [...slotValue(slot)] : emptySlot(key)
  }
  return [...fields].map(([id, set]) => ({ op: 'set', kind: 'talks', id, fields: set }))
}

/** The first slot stays as a field without value, repetitions go. */
const emptySlot = (key: SlotKey): null | undefined => (key === 'slot' ? null : undefined)
