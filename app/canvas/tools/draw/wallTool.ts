import { snapPoint } from '../../editor/snapTargets'
import { NO_HOVER, type Tool } from '../tool'
import { drawingWall } from './drawingWall'

export const wallTool: Tool = {
  id: 'wall',
  cursor: 'crosshair',
  edits: true,
  hover(context, pointer) {
    return { ...NO_HOVER, guides: snapPoint(context, pointer.plan, pointer).guides, cursor: 'crosshair' }
  },
  down: drawingWall,
}
