import type { Stage, Talk } from '#shared/document/records'
import type { BoothId, PersonId, StageId } from '#shared/kernel/ids'
import { type SlotRef, slotRef, type TalkSlot } from '../slots'
import type { Conflict, ConflictRuleId, ConflictSeverity, ProgrammeContext } from './types'

/** One time that a talk is held, with what the rules need to know of it. The stage is there. */
export interface HeldSlot {
  readonly ref: SlotRef
  readonly slot: TalkSlot
  readonly talk: Talk
  readonly stage: Stage
  /** Each speaker once. */
  readonly speakerIds: readonly PersonId[]
}

/** Concerns one slot. */
export interface SingleRule {
  readonly id: ConflictRuleId
  check(held: HeldSlot, context: ProgrammeContext): Conflict[]
}

/** What two slots may have in common. */
export const SHARED = ['stage', 'person', 'sector'] as const
export type Shared = (typeof SHARED)[number]

/** Concerns two slots that have something in common, handed over in their order of time. */
export interface PairRule {
  readonly id: ConflictRuleId
  readonly by: Shared
  /** `shared`: the id of what they have in common. */
  check(earlier: HeldSlot, later: HeldSlot, shared: string): Conflict | null
}

/** Concerns all slots of one stage, handed over in their order of time. */
export interface StageRule {
  readonly id: ConflictRuleId
  check(slots: readonly HeldSlot[], context: ProgrammeContext): Conflict[]
}

/** Concerns all slots of a talk and of the one that must come before it. */
export interface SequelRule {
  readonly id: ConflictRuleId
  check(sequel: readonly HeldSlot[], prerequisite: readonly HeldSlot[]): Conflict[]
}

const SEVERITIES: Readonly<Record<ConflictRuleId, ConflictSeverity>> = {
  stageDouble: 'error',
  speakerDouble: 'error',
  stageUnavailable: 'error',
  speakerUnavailable: 'error',
  outsideHours: 'error',
  prerequisite: 'error',
  walk: 'error',
  overCapacity: 'warning',
  missingEquipment: 'warning',
  sectorClash: 'warning',
  changeover: 'warning',
  boothAlone: 'warning',
}
export const severityOf = (rule: ConflictRuleId): ConflictSeverity => SEVERITIES[rule]

interface Found {
  rule: ConflictRuleId
  /** In order of time. */
  slots: readonly HeldSlot[]
  /** What the conflict is named after, beside the rule; the same ids always mean the same conflict. */
  named: readonly string[]
  from: number
  until: number
  measured: number
  limit: number
  personIds?: readonly PersonId[]
  boothIds?: readonly BoothId[]
  missing?: readonly string[]
}

export function conflictOf(found: Found): Conflict {
  return {
    key: [found.rule, ...[...found.named].sort()].join(' '),
    rule: found.rule,
    severity: SEVERITIES[found.rule],
    slots: found.slots.map(({ ref }) => ref),
    personIds: found.personIds ?? [],
    stageIds: [...new Set(found.slots.map(({ stage }): StageId => stage.id))],
    boothIds: found.boothIds ?? [],
    from: found.from,
    until: found.until,
    measured: found.measured,
    limit: found.limit,
    missing: found.missing ?? [],
  }
}

export function heldSlot(talk: Talk, slot: TalkSlot, stage: Stage): HeldSlot {
  return { ref: slotRef(talk.id, slot.key), slot, talk, stage, speakerIds: [...new Set(talk.speakerIds)] }
}

/** By start, then end, then name, so that the order never depends on who asks. */
export const inTime = (a: HeldSlot, b: HeldSlot): number =>
  a.slot.start - b.slot.start || a.slot.end - b.slot.end || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0)

/** A pause and a stage that is taken: nobody speaks, nothing is set up. */
export const isIdle = ({ talk }: HeldSlot): boolean => talk.kind === 'break' || talk.kind === 'blocker'

/** Minutes that two slots share, the earlier one first; 0 or less when they do not overlap. */
export const sharedMinutes = (earlier: HeldSlot, later: HeldSlot): number =>
  Math.min(earlier.slot.end, later.slot.end) - later.slot.start
