import { snapPoint } from '../../editor/snapTargets'
import { NO_HOVER, type Tool } from '../tool'
import { drawingRows } from './drawingRows'

export const rowsTool: Tool = {
  id: 'rows',
  cursor: 'crosshair',
  edits: true,
  hover(context, pointer) {
    return { ...NO_HOVER, guides: snapPoint(context, pointer.plan, pointer).guides, cursor: 'crosshair' }
  },
  down: drawingRows,
}
