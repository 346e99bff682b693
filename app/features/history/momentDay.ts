import type { Plan, Talk } from '#shared/document/records'
import { type GridDay, gridDays, slotsOfDay, timeLabel } from '#shared/programme/gridDays'
import { programmeDiff, type TalkChange } from '#shared/programme/queries/programmeDiff'
import { slotsOf, type TalkSlot } from '#shared/programme/slots'
import type { Format } from '~/lib/format'
import { markOfTalk } from './differences'
import type { MomentTalk } from './types'

export const standingTalks = (plan: Plan): Talk[] => [...plan.talks.values()].filter((talk) => !talk.removed)

export const talkSlots = (plan: Plan): TalkSlot[] => standingTalks(plan).flatMap(slotsOf)

/** From one draft to another, talk by talk; ideas and blockers too. */
export const talkDiff = (before: Plan, after: Plan): TalkChange[] =>
  programmeDiff({ talks: talksById(before) }, { talks: talksById(after) })

const talksById = (plan: Plan) => new Map(standingTalks(plan).map((talk) => [talk.id, talk]))

/** The days of both programmes: one that has only come or gone can be looked at too. */
export const daysOf = (plans: readonly Plan[], timeZone: string): GridDay[] =>
  gridDays([], plans.flatMap(talkSlots), timeZone)

/** What was held on a day, by time, each marked by how it differs from now. */
export function momentDay(
  plan: Plan,
  day: GridDay,
  changes: readonly TalkChange[],
  { timeZone, format }: { timeZone: string; format: Format },
): MomentTalk[] {
  const kinds = new Map<string, MomentTalk['kind']>(changes.map((change) => [change.id, markOfTalk(change.changes)]))
  return slotsOfDay(day, talkSlots(plan))
    .sort((a, b) => a.start - b.start || (a.stageId < b.stageId ? -1 : 1))
    .map(({ talkId, key, stageId, start, end }) => {
      const stage = plan.stages.get(stageId)
      const talk = plan.talks.get(talkId)
      return {
        key: `${talkId} ${key}`,
        time: `${timeLabel(start, timeZone)}–${timeLabel(end, timeZone)}`,
        title: talk ? format.text(talk.title) : talkId,
        stage: stage ? format.text(stage.name) : '?',
        kind: kinds.get(talkId) ?? null,
      }
    })
}

/** How many talks had no time. */
export const unscheduledCount = (plan: Plan): number =>
  standingTalks(plan).filter((talk) => slotsOf(talk).length === 0).length
