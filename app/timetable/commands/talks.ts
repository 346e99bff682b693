import { removeSlots } from '#shared/programme/ops/removeSlots'
import { copiesOf, freshTalk, withoutHeld } from '../edits'
import { hasFocus, hasSelection, takeFocused } from './select'
import type { Command } from './types'

export const newTalk: Command = {
  id: 'newTalk',
  group: 'talks',
  shortcuts: [{ key: 'n' }],
  everywhere: false,
  edits: true,
  isEnabled: () => true,
  perform(context) {
    const { id, edit } = freshTalk(context, null)
    if (!context.run(edit)) return
    context.select([id])
    context.focus(id)
    context.announce('created', { ref: id })
  },
}

export const duplicate: Command = {
  id: 'duplicate',
  group: 'talks',
  shortcuts: [{ key: 'd', mod: true }],
  everywhere: false,
  edits: true,
  isEnabled: (context) => hasSelection(context) || hasFocus(context),
  perform(context) {
    takeFocused(context)
    const { copies, patch } = copiesOf(context, context.heldSelection())
    if (!context.commit(patch)) return
    context.select(copies)
    context.announce('created', { ref: copies[0] ?? null, count: copies.length })
  },
}

export const unschedule: Command = {
  id: 'unschedule',
  group: 'talks',
  shortcuts: [{ key: 'u' }],
  everywhere: false,
  edits: true,
  isEnabled: (context) => context.heldSelection().some(({ placement }) => placement !== null) || hasFocus(context),
  perform(context) {
    takeFocused(context)
    const refs = [...context.state.selection]
    if (context.commit(removeSlots(context.store.plan, refs)))
      context.announce('unscheduled', { ref: refs[0] ?? null, count: refs.length })
  },
}

/** Talks go by a flag, so that what others do to them meanwhile survives an undo; of a repetition only that time goes. */
export const remove: Command = {
  id: 'remove',
  group: 'talks',
  shortcuts: [{ key: 'Delete' }, { key: 'Backspace' }],
  everywhere: false,
  edits: true,
  isEnabled: (context) => hasSelection(context) || hasFocus(context),
  perform(context) {
    takeFocused(context)
    const held = context.heldSelection()
    if (!context.commit(withoutHeld(context.store.plan, held))) return
    context.announce('removed', { count: held.length })
    context.say('removed', { count: held.length })
  },
}
