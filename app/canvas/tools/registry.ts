import type { ToolId } from '../editor/types'
import { boothTool } from './draw/boothTool'
import { columnTool } from './draw/columnTool'
import { exitTool } from './draw/exitTool'
import { meetingPointTool } from './draw/meetingPointTool'
import { rowsTool } from './draw/rowsTool'
import { stageTool } from './draw/stageTool'
import { wallTool } from './draw/wallTool'
import { sectorTool } from './sector/sectorTool'
import { selectTool } from './select/selectTool'
import type { Tool } from './tool'
import { handTool } from './view/handTool'

export const TOOLS: Readonly<Record<ToolId, Tool>> = {
  select: selectTool,
  hand: handTool,
  booth: boothTool,
  rows: rowsTool,
  wall: wallTool,
  column: columnTool,
  exit: exitTool,
  stage: stageTool,
  meetingPoint: meetingPointTool,
  sector: sectorTool,
}
