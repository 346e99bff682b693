import type { TimetableContext } from '../context'
import type { Command } from './types'

export const hasSelection = ({ state }: TimetableContext): boolean => state.selection.size > 0
export const hasFocus = (context: TimetableContext): boolean =>
  context.state.focus !== null && context.held(context.state.focus) !== null

/** What a command is about: the selection, or what has the keyboard where it is not part of it. */
export function takeFocused(context: TimetableContext): void {
  const { focus, selection } = context.state
  if (focus !== null && !selection.has(focus)) context.select([focus])
}

export const selectAll: Command = {
  id: 'selectAll',
  group: 'talks',
  shortcuts: [{ key: 'a', mod: true }],
  everywhere: false,
  edits: false,
  isEnabled: (context) => context.layout().blocks.size > 0,
  perform(context) {
    context.select(context.layout().blocks.keys())
    context.announce('selected', { count: context.state.selection.size })
  },
}

export const toggleSelect: Command = {
  id: 'toggleSelect',
  group: 'talks',
  shortcuts: [{ key: ' ' }, { key: ' ', mod: true }],
  everywhere: false,
  edits: false,
  isEnabled: hasFocus,
  perform(context) {
    const { focus, selection } = context.state
    if (focus === null) return
    const isSelected = selection.has(focus)
    context.select(isSelected ? [...selection].filter((ref) => ref !== focus) : [...selection, focus])
    context.announce(isSelected ? 'deselected' : 'selected', { ref: focus, count: context.state.selection.size })
  },
}

export const stepBack: Command = {
  id: 'escape',
  group: 'view',
  shortcuts: [{ key: 'Escape' }],
  everywhere: true,
  edits: false,
  isEnabled: ({ state }) => state.gesture !== null || state.selection.size > 0,
  perform(context) {
    if (!context.cancelGesture()) context.select([])
  },
}
