import { polygonOf } from '#shared/document/plan'
import type { Booth } from '#shared/document/records'
import type { Point, Polygon } from '#shared/geometry/types'
import type { PlanDiff } from '#shared/plan/queries/planDiff'

/** Which of the two moments that are compared the plan under the marks shows, or which of them is now. */
export type Side = 'before' | 'after'

/** A booth that is not the same at both moments; rings in hall mm. */
export interface PlanMark {
  boothId: string
  number: string
  kind: 'added' | 'changed' | 'gone'
  ring: Polygon
  /** Whether the plan under the marks has it. */
  drawn: boolean
  /** Where it stands at the other moment, of one that moves or changes its size within this hall. */
  other: Polygon | null
}

/** The changed booths of one hall, as they are drawn over the plan of one of the two moments. */
export function planMarks(diff: PlanDiff, hallId: string, shown: Side): PlanMark[] {
  const mark = (booth: Booth, kind: PlanMark['kind'], drawn: boolean, other: Polygon | null = null): PlanMark[] =>
    booth.hallId === hallId
      ? [{ boothId: booth.id, number: booth.number, kind, ring: ringOf(booth), drawn, other }]
      : []
  const isBefore = shown === 'before'
  return [
    ...diff.goneBooths.flatMap((booth) => mark(booth, 'gone', isBefore)),
    ...diff.newBooths.flatMap((booth) => mark(booth, 'added', !isBefore)),
    ...diff.changedBooths.flatMap(({ before, after, changes }) => {
      if (before.hallId !== after.hallId) return [...mark(before, 'gone', isBefore), ...mark(after, 'added', !isBefore)]
      const [here, there] = isBefore ? [before, after] : [after, before]
      const shifted = changes.includes('moved') || changes.includes('resized')
      return mark(here, 'changed', true, shifted ? ringOf(there) : null)
    }),
  ]
}

const ringOf = (booth: Booth): Polygon => polygonOf(booth).map(([x, y]): Point => [Math.round(x), Math.round(y)])
