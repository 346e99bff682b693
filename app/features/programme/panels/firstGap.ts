import type { Plan } from '#shared/document/records'
import type { Span } from '#shared/document/schedule'
import type { StageId } from '#shared/kernel/ids'
import { slotsOf } from '#shared/programme/slots'
import { takesPlace } from '#shared/programme/standing'

export interface GapWanted {
  /** In the order in which they are tried at each time. */
  stageIds: readonly StageId[]
  /** The day: minutes since 1970, `until` not part of it. */
  from: number
  until: number
  openSpans: readonly Span[]
  minutes: number
  /** Minutes between two talks on a stage. */
  changeover: number
}

const STEP = 5

/** The first time of the day at which a stage is free for so long; the first opening where nothing is; null without a stage. */
export function firstGap(plan: Plan, wanted: GapWanted): { stageId: StageId; start: number; end: number } | null {
  const { stageIds, from, until, openSpans, minutes, changeover } = wanted
  const [firstStage] = stageIds
  if (firstStage === undefined) return null
  const taken = new Map<StageId, [number, number][]>(stageIds.map((id) => [id, []]))
  for (const talk of plan.talks.values()) {
    if (!takesPlace(talk)) continue
    for (const { stageId, start, end } of slotsOf(talk))
      taken.get(stageId)?.push([start - changeover, end + changeover])
  }
  const open = openSpans.filter(([start, end]) => start < until && from < end)
  for (const [opens, closes] of open) {
    for (let start = Math.max(opens, from); start + minutes <= Math.min(closes, until); start += STEP) {
      const stageId = stageIds.find((id) =>
        taken.get(id)?.every(([busyFrom, busyUntil]) => start + minutes <= busyFrom || busyUntil <= start),
      )
      if (stageId !== undefined) return { stageId, start, end: start + minutes }
    }
  }
  const start = Math.max(open[0]?.[0] ?? from, from)
  return { stageId: firstStage, start, end: start + minutes }
}
