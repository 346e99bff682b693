import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { TalkId } from '#shared/kernel/ids'

const flag = (plan: Plan, ids: Iterable<TalkId>, removed: boolean): Patch =>
  [...new Set(ids)]
    .filter((id) => plan.talks.get(id)?.removed === !removed)
    .map((id) => ({ op: 'set', kind: 'talks', id, fields: { removed } }))

/** By a flag, so that what others change meanwhile survives an undo. Visitors who knew of them see them gone, not cancelled. */
export const removeTalks = (plan: Plan, ids: Iterable<TalkId>): Patch => flag(plan, ids, true)

/** Back as they were, times included. */
export const restoreTalks = (plan: Plan, ids: Iterable<TalkId>): Patch => flag(plan, ids, false)
