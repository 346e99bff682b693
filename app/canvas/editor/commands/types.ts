import type { SectorId } from '#shared/kernel/ids'
import type { EditorContext } from '../context'

export const COMMAND_IDS = [
  'toolSelect',
  'toolHand',
  'toolBooth',
  'toolRows',
  'toolWall',
  'toolColumn',
  'toolExit',
  'toolStage',
  'toolMeetingPoint',
  'toolSector',
  'undo',
  'redo',
  'delete',
  'duplicate',
  'selectAll',
  'rotateRight',
  'rotateLeft',
  'turnRight',
  'turnLeft',
  'nudgeLeft',
  'nudgeRight',
  'nudgeUp',
  'nudgeDown',
  'nudgeFarLeft',
  'nudgeFarRight',
  'nudgeFarUp',
  'nudgeFarDown',
  'assignSector',
  'zoomIn',
  'zoomOut',
  'zoomFit',
  'zoomSelection',
  'toggleGrid',
  'toggleSnapping',
  'escape',
] as const
export type CommandId = (typeof COMMAND_IDS)[number]

export type CommandGroup = 'tools' | 'edit' | 'arrange' | 'view'

/** A key as in `KeyboardEvent.key`, single letters in lower case. `mod` is Ctrl, or Cmd on a Mac. */
export interface Shortcut {
  key: string
  mod?: boolean
  shift?: boolean
}

/** What some commands need beside the selection. */
export interface CommandInput {
  /** assignSector: null takes the sector away. */
  sectorId?: SectorId | null
}

/** One thing a person can do. Toolbar, menus, keys and panels read the registry; the label is `editor:commands.<id>`. */
export interface Command {
  id: CommandId
  group: CommandGroup
  /** The first one is shown in tooltips. */
  shortcuts: readonly Shortcut[]
  /** Whether it changes the plan, so that it is off for those who only look. */
  edits: boolean
  isEnabled(context: EditorContext): boolean
  /** For commands that are on or off (tools, grid). */
  isActive?(context: EditorContext): boolean
  perform(context: EditorContext, input: CommandInput): void
}
