import type { Span } from '#shared/document/schedule'
import type { BoothId, PersonId, StageId } from '#shared/kernel/ids'
import type { SlotRef } from '../slots'

export const CONFLICT_RULES = [
  'stageDouble',
  'speakerDouble',
  'stageUnavailable',
  'speakerUnavailable',
  'outsideHours',
  'overCapacity',
  'missingEquipment',
  'sectorClash',
  'prerequisite',
  'changeover',
  'walk',
  'boothAlone',
] as const
export type ConflictRuleId = (typeof CONFLICT_RULES)[number]

/** Errors block a release unless they are waived with a reason; warnings do not. */
export type ConflictSeverity = 'error' | 'warning'

export interface Conflict {
  /** Names this conflict as long as its rule and what it concerns stay the same: the rule, then sorted ids. */
  readonly key: string
  readonly rule: ConflictRuleId
  readonly severity: ConflictSeverity
  /** What is concerned, the earlier slot first. */
  readonly slots: readonly SlotRef[]
  readonly personIds: readonly PersonId[]
  readonly stageIds: readonly StageId[]
  readonly boothIds: readonly BoothId[]
  /** The time that it is about: minutes since 1970. */
  readonly from: number
  readonly until: number
  /** Numbers for the sentence, in the unit of the rule: people, minutes, metres; see each rule's file. */
  readonly measured: number | null
  readonly limit: number | null
  /** For missingEquipment: what is missing. */
  readonly missing: readonly string[]
}

export interface PersonFacts {
  readonly id: PersonId
  readonly name: string
  /** When this person can come; null: whenever the fair is open. */
  readonly availability: readonly Span[] | null
  /** Booths at which nobody else stands in for this person. */
  readonly soleBoothIds: readonly BoothId[]
}

/** What the rules need beside the document. */
export interface ProgrammeContext {
  /** IANA name. */
  readonly timeZone: string
  /** When the fair is open, in order. */
  readonly openSpans: readonly Span[]
  readonly people: ReadonlyMap<PersonId, PersonFacts>
  /** Minutes that a stage needs between two talks. */
  readonly changeover: number
}
