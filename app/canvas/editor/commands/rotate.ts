import { rotatePlaced } from '#shared/plan/ops/rotatePlaced'
import { hasSelection } from './selection'
import type { Command, CommandId, Shortcut } from './types'

/** `angle` in 1/100 degree clockwise, about the middle of the selection. */
const rotateCommand = (id: CommandId, angle: number, shortcut: Shortcut): Command => ({
  id,
  group: 'arrange',
  shortcuts: [shortcut],
  edits: true,
  isEnabled: hasSelection,
  perform(context) {
    const { selection } = context.state
    void context.commit(() => rotatePlaced(context.store.plan, { keys: selection, angle }))
  },
})

export const rotateCommands: readonly Command[] = [
  rotateCommand('rotateRight', 9000, { key: 't' }),
  rotateCommand('rotateLeft', -9000, { key: 't', shift: true }),
  rotateCommand('turnRight', 1500, { key: '.' }),
  rotateCommand('turnLeft', -1500, { key: ',' }),
]
