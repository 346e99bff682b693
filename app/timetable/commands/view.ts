import type { TimetableContext } from '../context'
import { clampZoom } from '../view/geometry'
import { firstBlock } from './focus'
import type { Command, CommandId, Shortcut } from './types'

const FACTOR = 1.25

const zoomCommand = (
  id: CommandId,
  shortcuts: readonly Shortcut[],
  next: (context: TimetableContext) => number,
): Command => ({
  id,
  group: 'view',
  shortcuts,
  everywhere: true,
  edits: false,
  isEnabled: (context) => context.state.view === 'grid' && clampZoom(next(context)) !== context.state.zoom,
  perform: (context) => context.update({ zoom: clampZoom(next(context)) }),
})

const dayCommand = (id: CommandId, key: string, by: number): Command => ({
  id,
  group: 'view',
  shortcuts: [{ key }],
  everywhere: false,
  edits: false,
  isEnabled: (context) => dayAway(context, by) !== undefined,
  perform(context) {
    const day = dayAway(context, by)
    if (!day) return
    context.showDay(day.day)
    const block = firstBlock(context.layout())
    if (block) context.focus(block.ref)
  },
})

const dayAway = ({ state }: TimetableContext, by: number) =>
  state.days[state.days.findIndex(({ day }) => day === state.day) + by]

export const viewCommands: readonly Command[] = [
  dayCommand('previousDay', 'PageUp', -1),
  dayCommand('nextDay', 'PageDown', 1),
  zoomCommand('zoomIn', [{ key: '+' }, { key: '=' }], ({ state }) => state.zoom * FACTOR),
  zoomCommand('zoomOut', [{ key: '-' }], ({ state }) => state.zoom / FACTOR),
  zoomCommand('zoomFit', [{ key: '0' }], (context) => {
    const { from, until } = context.layout()
    return context.state.size.height / (until - from)
  }),
  {
    id: 'wholeDay',
    group: 'view',
    shortcuts: [{ key: 'h' }],
    everywhere: false,
    edits: false,
    isEnabled: ({ state }) => state.view === 'grid',
    perform: (context) => context.update({ wholeDay: !context.state.wholeDay }),
  },
]
