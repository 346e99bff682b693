import type { EditorContext } from '../../editor/context'
import type { ToolId } from '../../editor/types'
import { NO_HOVER, type Tool } from '../tool'
import { freshPreview } from './drawing'
import { type PlacingTool, placing } from './placing'

/** A tool that puts things of fixed size down; they hang at the pointer before. */
export const placingTool = (id: ToolId, setup: (context: EditorContext) => PlacingTool): Tool => ({
  id,
  cursor: 'crosshair',
  edits: true,
  hover(context, pointer) {
    const placed = pointer.pointerType === 'touch' ? null : setup(context).at(pointer)
    if (!placed) return { ...NO_HOVER, cursor: 'crosshair' }
    return { cursor: 'crosshair', hover: null, guides: placed.guides, preview: freshPreview([placed.item]) }
  },
  down: (context, pointer) => placing(context, pointer, setup(context)),
})
