import type { Change, Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import { isSlotKey } from '#shared/document/slotKey'
import type { TalkId } from '#shared/kernel/ids'
import { storedFields } from '#shared/plan/ops/edit'
import { talkOf } from './edit'

export interface DuplicateTalks {
  ids: Iterable<TalkId>
  newId: () => TalkId
}

/**
 * Copies, for the shelf: without times, which nobody has given them, and without the identity that the original has in
 * files. A copy of a cancelled talk is an idea.
 */
export function duplicateTalks(plan: Plan, { ids, newId }: DuplicateTalks): { patch: Patch; copies: TalkId[] } {
  const copies: TalkId[] = []
  const patch = [...new Set(ids)].flatMap((original): Change[] => {
    const talk = talkOf(plan, original)
    if (!talk) return []
    const id = newId()
    copies.push(id)
    const kept = Object.entries(storedFields(talk)).filter(([key]) => !isSlotKey(key))
    const state = talk.state === 'cancelled' ? 'idea' : talk.state
    const fields = { ...Object.fromEntries(kept), slot: null, guid: null, carried: null, state }
    return [{ op: 'put', kind: 'talks', id, fields }]
  })
  return { patch, copies }
}
