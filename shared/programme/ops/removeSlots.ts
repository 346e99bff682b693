import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { SlotRef } from '../slots'
import { slotOf, slotPatch } from './edit'

/** Takes times away. A talk without any is on the shelf again. */
export const removeSlots = (plan: Plan, refs: Iterable<SlotRef>): Patch =>
  slotPatch([...new Set(refs)].filter((ref) => slotOf(plan, ref)).map((ref) => [ref, null] as const))
