import type { ToolId } from '../types'
import type { Command, CommandId } from './types'

/** One command a tool. */
const toolCommand = (id: CommandId, tool: ToolId, key: string, edits = true): Command => ({
  id,
  group: 'tools',
  shortcuts: [{ key }],
  edits,
  isEnabled: () => true,
  isActive: ({ state }) => state.tool === tool,
  perform: (context) => context.setTool(tool),
})

export const toolCommands: readonly Command[] = [
  toolCommand('toolSelect', 'select', 'v', false),
  toolCommand('toolHand', 'hand', 'h', false),
  toolCommand('toolBooth', 'booth', 'b'),
  toolCommand('toolRows', 'rows', 'r'),
  toolCommand('toolWall', 'wall', 'w'),
  toolCommand('toolColumn', 'column', 'c'),
  toolCommand('toolExit', 'exit', 'e'),
  toolCommand('toolStage', 'stage', 's'),
  toolCommand('toolMeetingPoint', 'meetingPoint', 'm'),
  toolCommand('toolSector', 'sector', 'k'),
]
