import type { EditorContext } from '../context'
import { matches } from '../keys'
import type { EditorEvent } from '../types'
import { assignSector } from './assignSector'
import { deleteSelection } from './deleteSelection'
import { duplicate } from './duplicate'
import { nudgeCommands } from './nudge'
import { redo } from './redo'
import { rotateCommands } from './rotate'
import { selectAll } from './selectAll'
import { toolCommands } from './selectTools'
import { stepBack } from './stepBack'
import { toggleGrid, toggleSnapping } from './toggles'
import type { Command, CommandId } from './types'
import { undo } from './undo'
import { zoomCommands } from './zoom'
import { zoomFit } from './zoomFit'
import { zoomSelection } from './zoomSelection'

const ALL: readonly Command[] = [
  ...toolCommands,
  undo,
  redo,
  deleteSelection,
  duplicate,
  selectAll,
  ...rotateCommands,
  ...nudgeCommands,
  assignSector,
  ...zoomCommands,
  zoomFit,
  zoomSelection,
  toggleGrid,
  toggleSnapping,
  stepBack,
]

/** Everything a person can do, by id: toolbar, menus, keys and panels read it from here. */
export const COMMANDS = Object.fromEntries(ALL.map((command) => [command.id, command])) as Readonly<
  Record<CommandId, Command>
>

/** The command of a key; null when none of those with it can be carried out now. */
export function commandForKey(
  event: Extract<EditorEvent, { type: 'keyDown' | 'keyUp' }>,
  context: EditorContext,
): CommandId | null {
  const fits = (command: Command) => command.shortcuts.some((shortcut) => matches(event, shortcut))
  return ALL.find((command) => fits(command) && command.isEnabled(context))?.id ?? null
}
