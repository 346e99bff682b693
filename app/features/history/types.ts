import type { LocalText } from '#shared/kernel/language'
import type { HallDrawing } from '~/lib/planView/hallDrawing'
import type { PlanMark } from './planMarks'

/** One gesture in words. */
export interface HistoryLine {
  position: number
  /** 14:05, in the fair's time zone. */
  time: string
  at: string
  who: string
  what: string
  /** Halls and days, in words. */
  where: string | null
  /** Address of the moment after it. */
  href: string
  /** Address of the form that undoes it, of a restore. */
  undoHref: string | null
}

/** The gestures of one calendar day. */
export interface HistoryDay {
  day: string
  lines: HistoryLine[]
}

/** One thing that differs, in words. */
export interface DifferenceLine {
  key: string
  name: string
  kind: PlanMark['kind']
  /** What about it, and how it is now. */
  about: string | null
}

export interface ShownHall {
  drawing: HallDrawing
  marks: PlanMark[]
}

export interface HallChoice {
  id: string
  name: LocalText
}

/** One talk on a day of the programme, as it was. */
export interface MomentTalk {
  key: string
  time: string
  title: string
  stage: string
  kind: PlanMark['kind'] | null
}
