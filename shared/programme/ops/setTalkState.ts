import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { TalkState } from '#shared/document/talkRecord'
import type { TalkId } from '#shared/kernel/ids'
import { talkOf } from './edit'

export interface SetTalkState {
  ids: Iterable<TalkId>
  state: TalkState
}

/** Cancelled talks keep their times: that is where visitors are told. */
export const setTalkState = (plan: Plan, { ids, state }: SetTalkState): Patch =>
  [...new Set(ids)].flatMap((id): Patch => {
    const talk = talkOf(plan, id)
    return talk && talk.state !== state ? [{ op: 'set', kind: 'talks', id, fields: { state } }] : []
  })
