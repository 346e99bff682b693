import type { Plan, Stage, Talk } from '#shared/document/records'
import type { StageId } from '#shared/kernel/ids'
import { slotsOf, type TalkSlot } from './slots'

/** A talk that is planned to take place: ideas and invitations too, but nothing cancelled or taken away. */
export const takesPlace = (talk: Talk): boolean => !talk.removed && talk.state !== 'cancelled'

/** The stage, unless it is gone or its hall is. */
export function standingStage(plan: Plan, id: StageId): Stage | undefined {
  const stage = plan.stages.get(id)
  return stage && plan.halls.has(stage.hallId) ? stage : undefined
}

export const standingStages = (plan: Plan): Stage[] =>
  [...plan.stages.values()].filter((stage) => plan.halls.has(stage.hallId))

/** The times of a talk on stages that are still there. */
export const standingSlots = (plan: Plan, talk: Talk): TalkSlot[] =>
  slotsOf(talk).filter(({ stageId }) => standingStage(plan, stageId))

/** Talks with no place in time, or only on stages that are gone: what the shelf holds. Cancelled ones are not among them. */
export const unscheduledTalks = (plan: Plan): Talk[] =>
  [...plan.talks.values()].filter((talk) => takesPlace(talk) && standingSlots(plan, talk).length === 0)
