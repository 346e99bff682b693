import type { Command } from './types'

/** The gesture under way is the latest step: it goes first. */
export const undo: Command = {
  id: 'undo',
  group: 'edit',
  shortcuts: [{ key: 'z', mod: true }],
  edits: true,
  isEnabled: ({ store, state }) => store.canUndo || state.gesture !== null,
  perform(context) {
    if (!context.cancelGesture()) context.store.undo()
  },
}
