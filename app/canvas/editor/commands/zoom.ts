import { zoomAt } from '../viewport'
import type { Command, CommandId, Shortcut } from './types'

const STEP = 1.4

/** About the middle of the canvas. */
const zoomCommand = (id: CommandId, factor: number, shortcuts: readonly Shortcut[]): Command => ({
  id,
  group: 'view',
  shortcuts,
  edits: false,
  isEnabled: () => true,
  perform(context) {
    const { viewport } = context.state
    context.look(zoomAt(viewport, [viewport.width / 2, viewport.height / 2], factor))
  },
})

export const zoomCommands: readonly Command[] = [
  zoomCommand('zoomIn', STEP, [{ key: '+' }, { key: '=' }]),
  zoomCommand('zoomOut', 1 / STEP, [{ key: '-' }, { key: '_' }]),
]
