import type { Command } from './types'

/** Always one level back: the gesture, then the tool, then the selection. Not enabled when there is nothing left to leave. */
export const stepBack: Command = {
  id: 'escape',
  group: 'edit',
  shortcuts: [{ key: 'Escape' }],
  edits: false,
  isEnabled: ({ state }) => state.gesture !== null || state.tool !== 'select' || state.selection.size > 0,
  perform(context) {
    if (context.cancelGesture()) return
    if (context.state.tool !== 'select') context.setTool('select')
    else context.select([])
  },
}
