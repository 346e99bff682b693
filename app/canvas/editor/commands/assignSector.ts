import { assignSector as assignSectorOp } from '#shared/plan/ops/assignSector'
import { hasSelection } from './selection'
import type { Command } from './types'

/** From the palette, with the sector as input; without one the sector of the brush. */
export const assignSector: Command = {
  id: 'assignSector',
  group: 'arrange',
  shortcuts: [],
  edits: true,
  isEnabled: hasSelection,
  perform(context, { sectorId = context.state.options.sectorId }) {
    const { selection } = context.state
    void context.commit(() => assignSectorOp(context.store.plan, { keys: selection, sectorId }))
  },
}
