import type { Block, DayLayout } from '../view/dayLayout'
import type { Command, CommandId, Shortcut } from './types'

type Find = (layout: DayLayout, from: Block) => Block | undefined

const focusCommand = (id: CommandId, shortcut: Shortcut, find: Find): Command => ({
  id,
  group: 'focus',
  shortcuts: [shortcut],
  everywhere: false,
  edits: false,
  isEnabled: (context) => context.layout().blocks.size > 0,
  perform(context) {
    const layout = context.layout()
    const from = context.state.focus === null ? undefined : layout.blocks.get(context.state.focus)
    const next = from ? find(layout, from) : firstBlock(layout)
    if (next) context.focus(next.ref)
  },
})

/** The first of the first stage that has any. */
export function firstBlock(layout: DayLayout): Block | undefined {
  for (const { id } of layout.stages) {
    const [first] = layout.byStage.get(id) ?? []
    if (first) return first
  }
  return undefined
}

const along =
  (by: 1 | -1): Find =>
  (layout, from) => {
    const blocks = layout.byStage.get(from.stageId) ?? []
    return blocks[blocks.indexOf(from) + by]
  }

const nearest = (blocks: readonly Block[], from: Block): Block | undefined => {
  const away = ({ start, end }: Block) => Math.max(0, start - from.end, from.start - end) + Math.abs(start - from.start)
  return [...blocks].sort((a, b) => away(a) - away(b))[0]
}

/** The block at about the same time on the next stage that has any. */
const across =
  (by: 1 | -1): Find =>
  (layout, from) => {
    let column = (layout.columns.get(from.stageId) ?? 0) + by
    for (let stage = layout.stages[column]; stage; column += by, stage = layout.stages[column]) {
      const block = nearest(layout.byStage.get(stage.id) ?? [], from)
      if (block) return block
    }
    return undefined
  }

export const focusCommands: readonly Command[] = [
  focusCommand('focusUp', { key: 'ArrowUp' }, along(-1)),
  focusCommand('focusDown', { key: 'ArrowDown' }, along(1)),
  focusCommand('focusLeft', { key: 'ArrowLeft' }, across(-1)),
  focusCommand('focusRight', { key: 'ArrowRight' }, across(1)),
  focusCommand('focusFirst', { key: 'Home' }, (layout, from) => layout.byStage.get(from.stageId)?.[0]),
  focusCommand('focusLast', { key: 'End' }, (layout, from) => layout.byStage.get(from.stageId)?.at(-1)),
]
