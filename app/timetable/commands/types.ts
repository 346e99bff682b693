import type { TimetableContext } from '../context'

export const COMMAND_IDS = [
  'undo',
  'redo',
  'newTalk',
  'duplicate',
  'unschedule',
  'remove',
  'selectAll',
  'toggleSelect',
  'pickUp',
  'moveEarlier',
  'moveLater',
  'movePreviousStage',
  'moveNextStage',
  'movePreviousDay',
  'moveNextDay',
  'startEarlier',
  'startLater',
  'endEarlier',
  'endLater',
  'focusUp',
  'focusDown',
  'focusLeft',
  'focusRight',
  'focusFirst',
  'focusLast',
  'previousDay',
  'nextDay',
  'zoomIn',
  'zoomOut',
  'zoomFit',
  'wholeDay',
  'escape',
] as const
export type CommandId = (typeof COMMAND_IDS)[number]

export type CommandGroup = 'talks' | 'move' | 'focus' | 'view'

/** A key as in `KeyboardEvent.key`, single letters in lower case. `mod` is Ctrl, or Cmd on a Mac. */
export interface Shortcut {
  key: string
  mod?: boolean
  shift?: boolean
}

/** One thing a person can do. Buttons, keys and help read the registry; the label is `timetable:commands.<id>`. */
export interface Command {
  id: CommandId
  group: CommandGroup
  /** The first one is shown in tooltips. */
  shortcuts: readonly Shortcut[]
  /** Whether its keys count in the whole window, or only where talks have the keyboard. */
  everywhere: boolean
  /** Whether it changes the programme, so that it is off for those who only look. */
  edits: boolean
  isEnabled(context: TimetableContext): boolean
  perform(context: TimetableContext): void
}
