import type { TalkNewsKind } from '#server/services/mails/templates'
import type { Polygon } from '#shared/geometry/types'
import type { LocalText } from '#shared/kernel/language'
import type { BoothChange } from '#shared/plan/queries/planDiff'
import type { DiffedField, TalkChangeKind } from '#shared/programme/queries/programmeDiff'

export type ChangeKind = 'added' | 'gone' | BoothChange

/** One booth that is not what it was in the release before. */
export interface ChangedLine {
  boothId: string
  number: string
  /** Number before, where it was another. */
  before: string | null
  kinds: ChangeKind[]
  hallId: string
  /** Exhibitor with a claim on it. */
  holder: string | null
}

/** A hall as the drawing of changes needs it; rings in hall mm. */
export interface ChangedHall {
  id: string
  name: LocalText
  outline: Polygon
  /** Booths that stay as they are. */
  same: Polygon[]
  marks: ChangeMark[]
}

export interface ChangeMark {
  boothId: string
  number: string
  kind: 'added' | 'changed' | 'gone'
  ring: Polygon
  /** Where it was, when it moved or changed its size in this hall. */
  from: Polygon | null
}

/** Three signs tell changes apart where colour does not. */
export type ChangeSign = 'added' | 'changed' | 'gone'

/** One talk that is not what it was in the release before. Times are in words already. */
export interface TalkLine {
  id: string
  title: string
  kinds: TalkChangeKind[]
  now: string | null
  was: string | null
  fields: DiffedField[]
  speakers: string | null
}

/** `left`: where a talk was that is on another day now. */
export type TimetableSign = 'added' | 'changed' | 'cancelled' | 'gone' | 'left'

/** A stretch of one stage's row; minutes from the left. */
export interface TimetableBox {
  row: number
  from: number
  until: number
}

export interface TimetableMark extends TimetableBox {
  key: string
  title: string
  sign: TimetableSign
  old: TimetableBox | null
}

/** A day's timetable as the drawing of changes needs it. */
export interface ChangedDay {
  /** 2027-03-12 */
  day: string
  minutes: number
  ticks: { at: number; label: string }[]
  /** A row each. */
  stages: { id: string; name: string }[]
  /** Stages with changes beyond those rows. */
  moreStages: number
  same: TimetableBox[]
  marks: TimetableMark[]
}

/** Somebody who gets a mail as a speaker. */
export interface AffectedSpeaker {
  key: string
  name: string
  talks: { title: string; changes: TalkNewsKind[] }[]
}

/** Everybody else who gets a mail about talks: how many, and why (one may do both). */
export interface AffectedVisitors {
  count: number
  starred: number
  joined: number
}
