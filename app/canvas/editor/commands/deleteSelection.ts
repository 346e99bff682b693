import { removePlaced } from '#shared/plan/ops/removePlaced'
import { hasSelection } from './selection'
import type { Command } from './types'

export const deleteSelection: Command = {
  id: 'delete',
  group: 'edit',
  shortcuts: [{ key: 'Delete' }, { key: 'Backspace' }],
  edits: true,
  isEnabled: hasSelection,
  perform(context) {
    const { store, state, isClaimed } = context
    const removal = removePlaced(store.plan, { keys: state.selection, isClaimed })
    if (removal.ok) void context.commit(() => removal.patch)
    else context.say(removal.code, removal.params)
  },
}
