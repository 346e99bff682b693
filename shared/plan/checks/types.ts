import type { PlacedKind } from '#shared/document/records'
import type { Box, Point, Polygon } from '#shared/geometry/types'
import type { HallId } from '#shared/kernel/ids'
import type { ItemKey, PlacedRecord } from '../itemKey'

export const RULE_IDS = ['L01', 'L02', 'L03', 'L11', 'L23'] as const
export type RuleId = (typeof RULE_IDS)[number]

/** One thing that is wrong with a plan; the sentence is `editor:problems.<rule>` with the numbers. */
export interface Problem {
  rule: RuleId
  severity: 'error' | 'warning'
  /** What is concerned, sorted. */
  ids: readonly ItemKey[]
  hallId: HallId
  /** Where to look, plan mm. */
  at: Point
  /** Measured and allowed, in the unit of the rule: mm² for L01, L02 and L11, percent for L03, booths for L23. */
  measured: number
  limit: number
}

/** One thing with what the rules need to know of its shape. */
export interface Subject {
  key: ItemKey
  kind: PlacedKind
  record: PlacedRecord
  ring: Polygon
  box: Box
  /** A rectangle along the axes: its box says everything. */
  square: boolean
}

export interface HallFloor {
  id: HallId
  ring: Polygon
  box: Box
  /** A hall that is a rectangle along the axes: whatever box lies in its box lies in it. */
  square: boolean
}

/** Concerns one thing and the hall around it. */
export interface SingleRule {
  id: RuleId
  check(subject: Subject, hall: HallFloor): Problem | null
}

/** Concerns two things of one hall, handed over in either order. */
export interface PairRule {
  id: RuleId
  /**
   * Without it only things whose boxes touch concern each other. With it, one of the two is of this kind (of which a
   * hall has few) and may be anywhere.
   */
  anchor?: PlacedKind
  check(a: Subject, b: Subject, hall: HallFloor): Problem | null
}

/** Concerns any number of things of one hall that have the same name. */
export interface GroupRule {
  id: RuleId
  groupOf(subject: Subject): string | null
  check(members: readonly Subject[], hall: HallFloor): Problem | null
}
