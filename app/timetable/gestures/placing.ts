import type { StageId } from '#shared/kernel/ids'
import { DEFAULT_MINUTES } from '#shared/programme/limits'
import { RASTER, toRaster } from '#shared/programme/time'
import type { Held, TimetableContext } from '../context'
import type { Placement, SlotRef } from '../types'
import type { DayLayout } from '../view/dayLayout'

/** Where things would be that were not there: those without a time follow on the first one's stage. */
export interface Carried {
  readonly ref: SlotRef
  /** Columns and minutes from the one that was taken; null for what comes from the shelf. */
  readonly away: { readonly columns: number; readonly minutes: number } | null
  readonly minutes: number
}

const minutesOf = ({ talk, placement }: Held): number =>
  placement ? placement.end - placement.start : DEFAULT_MINUTES[talk.kind]

/** What a drag takes along, the one under the hand first. */
export function carry(layout: DayLayout, taken: Held, others: readonly Held[]): Carried[] {
  const column = (placement: Placement) => layout.columns.get(placement.stageId) ?? 0
  const carried = (held: Held): Carried => ({
    ref: held.ref,
    minutes: minutesOf(held),
    away:
      held.placement && taken.placement
        ? {
            columns: column(held.placement) - column(taken.placement),
            minutes: held.placement.start - taken.placement.start,
          }
        : null,
  })
  return [
    { ref: taken.ref, minutes: minutesOf(taken), away: { columns: 0, minutes: 0 } },
    ...others.filter(({ ref }) => ref !== taken.ref).map(carried),
  ]
}

/** Everything in its place when the first is put there; as far as all stages exist and the first begins in the hours shown. */
export function placedAt(
  layout: DayLayout,
  carried: readonly Carried[],
  stageId: StageId,
  start: number,
): Map<SlotRef, Placement> {
  const columns = carried.map(({ away }) => away?.columns ?? 0)
  const last = layout.stages.length - 1
  const wished = layout.columns.get(stageId) ?? 0
  const column = Math.max(-Math.min(...columns), Math.min(last - Math.max(...columns), wished))
  const at = Math.min(Math.max(start, layout.from), layout.until - RASTER)
  const placed = new Map<SlotRef, Placement>()
  let next = at
  for (const { ref, away, minutes } of carried) {
    const begins = away ? at + away.minutes : next
    const stage = layout.stages[Math.min(last, Math.max(0, column + (away?.columns ?? 0)))]
    if (stage) placed.set(ref, { stageId: stage.id, start: begins, end: begins + minutes })
    next = Math.max(next, begins + minutes)
  }
  return placed
}

/** The first time of the day at which a stage is free for so long; where a talk from the shelf begins its way by keyboard. */
export function firstGap(context: TimetableContext, minutes: number): Placement | null {
  const layout = context.layout()
  const near = context.state.focus === null ? undefined : layout.blocks.get(context.state.focus)
  const stage = (near && layout.stages[layout.columns.get(near.stageId) ?? 0]) ?? layout.stages[0]
  if (!stage) return null
  let start = toRaster(layout.from + 60)
  for (const block of layout.byStage.get(stage.id) ?? []) {
    if (block.start >= start + minutes) break
    start = Math.max(start, Math.ceil(block.end / RASTER) * RASTER)
  }
  return { stageId: stage.id, start, end: start + minutes }
}
