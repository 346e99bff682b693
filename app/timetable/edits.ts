import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import { newId, type TalkId } from '#shared/kernel/ids'
import { createTalk } from '#shared/programme/ops/createTalk'
import { duplicateTalks } from '#shared/programme/ops/duplicateTalks'
import { type ProgrammeEdit, programmeEdit, slotOf, talkOf } from '#shared/programme/ops/edit'
import { removeSlots } from '#shared/programme/ops/removeSlots'
import { removeTalks } from '#shared/programme/ops/removeTalks'
import { scheduleSlots } from '#shared/programme/ops/scheduleSlots'
import { parseSlotRef, slotsOf } from '#shared/programme/slots'
import type { Held, TimetableContext } from './context'
import type { Placement, SlotRef } from './types'

/** Slots to where they were seen, null off the grid. Talks that somebody removed meanwhile are passed over. */
export function placeSlots(plan: Plan, placed: ReadonlyMap<SlotRef, Placement | null>): ProgrammeEdit {
  const slots = [...placed].flatMap(([ref, placement]) => {
    const { talkId, key } = parseSlotRef(ref)
    const isThere = talkOf(plan, talkId) && (key === 'slot' || slotOf(plan, ref))
    return placement && isThere ? [{ ref, ...placement }] : []
  })
  const edit = scheduleSlots(plan, { slots, snap: false })
  if (!edit.ok) return edit
  const gone = [...placed].flatMap(([ref, placement]) => (placement ? [] : [ref]))
  return programmeEdit([...edit.patch, ...removeSlots(plan, gone)])
}

type Maker = Pick<TimetableContext, 'store' | 'randomBytes' | 'freshTitle'>

/** An idea, on the shelf or at its place. */
export function freshTalk({ store, randomBytes, freshTitle }: Maker, slot: Placement | null) {
  const id = newId<TalkId>(randomBytes)
  return { id, edit: createTalk(store.plan, { id, title: freshTitle(), slot }) }
}

export const copiesOf = ({ store, randomBytes }: Maker, held: readonly Held[]): { patch: Patch; copies: TalkId[] } =>
  duplicateTalks(store.plan, { ids: held.map(({ talk }) => talk.id), newId: () => newId<TalkId>(randomBytes) })

/** Talks out of the programme; of a talk that is held at other times too only these times. */
export function withoutHeld(plan: Plan, held: readonly Held[]): Patch {
  const refs = new Map<TalkId, SlotRef[]>()
  for (const { ref, talk } of held) refs.set(talk.id, [...(refs.get(talk.id) ?? []), ref])
  const stays = ([id, of]: [TalkId, SlotRef[]]) => {
    const talk = talkOf(plan, id)
    return talk !== undefined && slotsOf(talk).length > of.length
  }
  const entries = [...refs]
  return [
    ...removeSlots(
      plan,
      entries.filter(stays).flatMap(([, of]) => of),
    ),
    ...removeTalks(
      plan,
      entries.filter((entry) => !stays(entry)).map(([id]) => id),
    ),
  ]
}
