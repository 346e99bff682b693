import { useMemo } from 'react'
import { newId, platformRandomBytes, type StageId, type TalkId } from '#shared/kernel/ids'
import { addRepeat } from '#shared/programme/ops/addRepeat'
import { type EditTalk, editTalk } from '#shared/programme/ops/editTalk'
import { removeSlots } from '#shared/programme/ops/removeSlots'
import { removeTalks } from '#shared/programme/ops/removeTalks'
import { scheduleSlots } from '#shared/programme/ops/scheduleSlots'
import type { SlotRef, TalkSlot } from '#shared/programme/slots'
import { useProgramme } from '../useProgramme'

/** How panels change talks: through the ops, one step of undo each. `true`: the programme says now what was asked for. */
export function useTalkEdits() {
  const session = useProgramme()
  return useMemo(() => {
    const { store } = session
    /** An op that changes nothing has worked too: what was typed is what is there. */
    const run = (edit: Parameters<typeof session.run>[0]): boolean =>
      edit.ok && edit.patch.length === 0 ? true : session.run(edit)
    const place = (ref: SlotRef, slot: Pick<TalkSlot, 'stageId' | 'start' | 'end'>): boolean =>
      run(
        scheduleSlots(store.plan, {
          slots: [{ ref, stageId: slot.stageId, start: slot.start, end: slot.end }],
          snap: false,
        }),
      )
    return {
      setFields: (id: TalkId, fields: EditTalk['fields']): boolean => run(editTalk(store.plan, { id, fields })),
      place,
      unplace: (ref: SlotRef): boolean => session.apply(removeSlots(store.plan, [ref])),
      repeat: (talkId: TalkId, stageId: StageId, start: number): boolean =>
        run(addRepeat(store.plan, { talkId, stageId, start, id: newId(platformRandomBytes) })),
      remove: (ids: readonly TalkId[]): boolean => session.apply(removeTalks(store.plan, ids)),
    }
  }, [session])
}

export type TalkEdits = ReturnType<typeof useTalkEdits>
