import { movePlaced } from '#shared/plan/ops/movePlaced'
import { gridStep } from '../viewport'
import { hasSelection } from './selection'
import type { Command, CommandId } from './types'

/** With Shift so many steps of the grid at once. */
const FAR = 10

const nudgeCommand = (id: CommandId, key: string, x: number, y: number, far: boolean): Command => ({
  id,
  group: 'arrange',
  shortcuts: [{ key, shift: far }],
  edits: true,
  isEnabled: hasSelection,
  perform(context) {
    const { selection, viewport } = context.state
    const step = gridStep(viewport.scale) * (far ? FAR : 1)
    void context.commit(() => movePlaced(context.store.plan, { keys: selection, dx: x * step, dy: y * step }))
  },
})

export const nudgeCommands: readonly Command[] = [
  nudgeCommand('nudgeLeft', 'ArrowLeft', -1, 0, false),
  nudgeCommand('nudgeRight', 'ArrowRight', 1, 0, false),
  nudgeCommand('nudgeUp', 'ArrowUp', 0, -1, false),
  nudgeCommand('nudgeDown', 'ArrowDown', 0, 1, false),
  nudgeCommand('nudgeFarLeft', 'ArrowLeft', -1, 0, true),
  nudgeCommand('nudgeFarRight', 'ArrowRight', 1, 0, true),
  nudgeCommand('nudgeFarUp', 'ArrowUp', 0, -1, true),
  nudgeCommand('nudgeFarDown', 'ArrowDown', 0, 1, true),
]
