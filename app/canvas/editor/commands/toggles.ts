import type { Command } from './types'

export const toggleGrid: Command = {
  id: 'toggleGrid',
  group: 'view',
  shortcuts: [{ key: 'g' }],
  edits: false,
  isEnabled: () => true,
  isActive: ({ state }) => state.showGrid,
  perform: (context) => context.update({ showGrid: !context.state.showGrid }),
}

export const toggleSnapping: Command = {
  id: 'toggleSnapping',
  group: 'view',
  shortcuts: [{ key: 'n' }],
  edits: false,
  isEnabled: () => true,
  isActive: ({ state }) => state.snapping,
  perform: (context) => context.update({ snapping: !context.state.snapping }),
}
