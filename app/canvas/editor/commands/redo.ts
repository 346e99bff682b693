import type { Command } from './types'

export const redo: Command = {
  id: 'redo',
  group: 'edit',
  shortcuts: [
    { key: 'z', mod: true, shift: true },
    { key: 'y', mod: true },
  ],
  edits: true,
  isEnabled: ({ store, state }) => store.canRedo && state.gesture === null,
  perform: ({ store }) => {
    store.redo()
  },
}
