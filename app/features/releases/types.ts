import type { Polygon } from '#shared/geometry/types'
import type { LocalText } from '#shared/kernel/language'
import type { BoothChange } from '#shared/plan/queries/planDiff'

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
