import { growBox, unionOf } from '#shared/geometry/boxes'
import { fitBox } from '../viewport'
import type { Command } from './types'

/** Floor shown around the selection, mm. */
const AROUND_MM = 1500

export const zoomSelection: Command = {
  id: 'zoomSelection',
  group: 'view',
  shortcuts: [{ key: 'f', shift: true }],
  edits: false,
  isEnabled: ({ state }) => state.selection.size > 0,
  perform(context) {
    const { hallId, selection, viewport } = context.state
    if (hallId === null) return
    const box = unionOf([...selection].flatMap((key) => context.index(hallId).boxOf(key) ?? []))
    if (box) context.look(fitBox(viewport, growBox(box, AROUND_MM)))
  },
}
