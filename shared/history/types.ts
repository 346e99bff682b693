import type { Plan, RecordKind } from '#shared/document/records'
import type { HallId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import type { PlanDiff } from '#shared/plan/queries/planDiff'
import type { TalkChange } from '#shared/programme/queries/programmeDiff'
import type { RestoreScope } from './scope'

/** What happened to a record, from one moment to another. `moved`: another place, hall, stage or time and nothing else. */
export const HISTORY_OPS = ['added', 'changed', 'moved', 'removed', 'restored'] as const
export type HistoryOp = (typeof HISTORY_OPS)[number]

/** Who did it. `name` null: the account is gone. */
export interface Author {
  accountId: string
  name: string | null
}

export interface RecordChange {
  kind: RecordKind
  id: string
  op: HistoryOp
  /** As it was called then: a booth's number, a text in several languages, or null for what has no name. */
  name: string | LocalText | null
}

/** What changed from one moment to another, as data for words. */
export interface ChangeSummary {
  /** How many records, by kind and by what happened; kinds without any are not there. */
  counts: Partial<Record<RecordKind, Partial<Record<HistoryOp, number>>>>
  /** How many records in all. */
  count: number
  /** The first of them, at most `NAMED_RECORDS`, by kind. */
  records: RecordChange[]
  /** Halls in which something placed changed, then or now, with their names as they were. */
  halls: { id: HallId; name: LocalText | null }[]
  /** Days of the programme (`2027-03-12`, nights belong to the evening before) in which a talk changed, in order. */
  days: string[]
}

export const NAMED_RECORDS = 10

/** What a restore writes beside its rows in the log. */
export interface RestoreNote {
  kind: 'restored'
  /** Names this restore: rows that carry the same are one gesture. */
  id: string
  /** The moment that was brought back; `at` null for the empty fair before the first edit. ISO. */
  position: number
  at: string | null
  scope: RestoreScope
}

/** One gesture: consecutive rows of one author with hardly a pause between them. */
export interface HistoryEntry {
  /** Its first and last row in the log. The moment after the gesture is `position`, the one before it `from - 1`. */
  from: number
  position: number
  /** When its last row was written. ISO. */
  at: string
  /** Null: the server itself (repairs, the demo). */
  author: Author | null
  summary: ChangeSummary
  /** Set where the gesture was a restore. */
  restored: Omit<RestoreNote, 'kind' | 'id'> | null
}

export interface NamedVersion {
  id: string
  position: number
  name: string
  /** When that moment was: the time of the row at its position. Null: before the first edit. ISO. */
  at: string | null
  /** Who gave the name, and when. */
  namedBy: Author | null
  namedAt: string
}

export interface HistoryPage {
  /** The newest first. */
  entries: HistoryEntry[]
  /** All named versions of the fair, the latest moment first. */
  versions: NamedVersion[]
  /** Last position of the log, and its time. */
  latest: number
  latestAt: string | null
  /** Time of the first row, for whoever looks for a moment. */
  firstAt: string | null
  /** To be handed in as `before` for older entries; null: that was all. */
  next: number | null
}

/** The fair as it was after the row at `position`. */
export interface MomentView {
  plan: Plan
  position: number
  /** Null at position 0, before the first edit. ISO. */
  at: string | null
  /** The last position of the log by now. */
  latest: number
}

/**
 * Why something in the scope is not put back. It stays as it is: `claimed` (somebody has the booth), `used` (it came since, and
 * what stays leans on it), `hallGone` (it stood in a hall that is no more), `malformed` (nobody can read the record, then or
 * now). It is put back, but for its sector or for one of its times: `sectorGone`, `stageGone`.
 */
export const LEFT_REASONS = ['claimed', 'used', 'hallGone', 'sectorGone', 'stageGone', 'malformed'] as const
export type LeftReason = (typeof LEFT_REASONS)[number]

export interface LeftRecord {
  kind: RecordKind
  id: string
  name: string | LocalText | null
  why: LeftReason
}

/** What a restore would do, without doing it. */
export interface RestorePreview {
  /** To be handed to restoreVersion as `latestSeen`. */
  latest: number
  /** The moment asked for. */
  position: number
  at: string | null
  /** How many records would change. 0: everything in the scope is so already. */
  changes: number
  summary: ChangeSummary
  /** From now to what would be, in the terms of a release. */
  plan: PlanDiff
  talks: TalkChange[]
  left: LeftRecord[]
  /** The draft as it would be. */
  after: Plan
}

export interface RestoreResult {
  /** The last row that was written; null: there was nothing to do. */
  position: number | null
  /** How many records were changed. */
  changes: number
  left: LeftRecord[]
}
