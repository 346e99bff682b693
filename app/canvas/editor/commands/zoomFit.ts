import { fitBox } from '../viewport'
import type { Command } from './types'

export const zoomFit: Command = {
  id: 'zoomFit',
  group: 'view',
  shortcuts: [{ key: 'f' }, { key: '0' }],
  edits: false,
  isEnabled: (context) => context.hallBox() !== null,
  perform(context) {
    const box = context.hallBox()
    if (box) context.look(fitBox(context.state.viewport, box))
  },
}
