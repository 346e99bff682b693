import type { Command } from './types'

/** The gesture under way is the latest step: it goes first. */
export const undo: Command = {
  id: 'undo',
  group: 'talks',
  shortcuts: [{ key: 'z', mod: true }],
  everywhere: true,
  edits: true,
  isEnabled: ({ store, state }) => store.canUndo || state.gesture !== null,
  perform(context) {
    if (!context.cancelGesture()) context.store.undo()
  },
}

export const redo: Command = {
  id: 'redo',
  group: 'talks',
  shortcuts: [
    { key: 'z', mod: true, shift: true },
    { key: 'y', mod: true },
  ],
  everywhere: true,
  edits: true,
  isEnabled: ({ store }) => store.canRedo,
  perform(context) {
    context.store.redo()
  },
}
