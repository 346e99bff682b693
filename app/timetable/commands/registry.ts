import type { TimetableContext } from '../context'
import type { KeyInput } from '../gestures/gesture'
import { focusCommands } from './focus'
import { redo, undo } from './history'
import { moveCommands, pickUp } from './move'
import { selectAll, stepBack, toggleSelect } from './select'
import { duplicate, newTalk, remove, unschedule } from './talks'
import type { Command, CommandId, Shortcut } from './types'
import { viewCommands } from './view'

const ALL: readonly Command[] = [
  undo,
  redo,
  newTalk,
  duplicate,
  unschedule,
  remove,
  selectAll,
  toggleSelect,
  pickUp,
  ...moveCommands,
  ...focusCommands,
  ...viewCommands,
  stepBack,
]

/** Everything a person can do, by id: buttons, keys and help read it from here. */
export const COMMANDS = Object.fromEntries(ALL.map((command) => [command.id, command])) as Readonly<
  Record<CommandId, Command>
>

/** On many keyboards signs need Shift or not, so for them it does not count. */
const isSign = (key: string) => key.length === 1 && key !== ' ' && key.toLowerCase() === key.toUpperCase()

function matches(event: KeyInput, shortcut: Shortcut): boolean {
  if (event.alt || (event.ctrl || event.meta) !== (shortcut.mod ?? false)) return false
  if (event.key.toLowerCase() !== shortcut.key.toLowerCase()) return false
  return isSign(shortcut.key) || event.shift === (shortcut.shift ?? false)
}

/** The command of a key. `within`: the keyboard is where talks are. */
export function commandForKey(event: KeyInput, context: TimetableContext, within: boolean): CommandId | null {
  const fits = (command: Command) =>
    (within || command.everywhere) && command.shortcuts.some((shortcut) => matches(event, shortcut))
  return ALL.find((command) => fits(command) && command.isEnabled(context))?.id ?? null
}
