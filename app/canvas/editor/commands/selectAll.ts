import type { Command } from './types'

export const selectAll: Command = {
  id: 'selectAll',
  group: 'edit',
  shortcuts: [{ key: 'a', mod: true }],
  edits: false,
  isEnabled: ({ state }) => state.hallId !== null && state.gesture === null,
  perform(context) {
    const { hallId } = context.state
    if (hallId === null) return
    context.setTool('select')
    context.select(context.index(hallId).keys())
  },
}
