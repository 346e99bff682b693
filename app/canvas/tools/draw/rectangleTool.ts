import type { EditorContext } from '../../editor/context'
import type { ToolId } from '../../editor/types'
import type { Tool } from '../tool'
import { freshPreview, placeAbout } from './drawing'
import { drawingRectangle, type RectangleTool } from './drawingRectangle'

/** A tool that draws rectangles; before the button goes down it shows what a click would make. */
export const rectangleTool = (id: ToolId, setup: (context: EditorContext) => RectangleTool): Tool => ({
  id,
  cursor: 'crosshair',
  edits: true,
  hover(context, pointer) {
    const shown = { cursor: 'crosshair', hover: null } as const
    if (context.state.hallId === null || pointer.pointerType === 'touch') return { ...shown, guides: [], preview: null }
    const tool = setup(context)
    const { widthMm, depthMm } = tool.size()
    const { place, guides } = placeAbout(context, pointer.plan, widthMm, depthMm, pointer)
    return { ...shown, guides, preview: freshPreview([tool.fresh(place)]) }
  },
  down: (context, pointer) => drawingRectangle(context, pointer, setup(context)),
})
