import type { EditorContext } from '../../editor/context'
import { frameHit, resizeCursor, selectionFrame } from '../../editor/selectionFrame'
import { NO_HOVER, type PointerInput, type Tool } from '../tool'
import { pressing } from './pressing'
import { resizing } from './resizing'
import { rotating } from './rotating'

const hitFrame = (context: EditorContext, { screen, pointerType }: PointerInput) => {
  const frame = selectionFrame(context.store.plan, context.state)
  return { frame, hit: frameHit(frame, context.state, screen, pointerType) }
}

export const selectTool: Tool = {
  id: 'select',
  cursor: 'default',
  edits: false,
  hover(context, pointer) {
    const { frame, hit } = hitFrame(context, pointer)
    if (hit?.what === 'rotate') return { ...NO_HOVER, cursor: 'rotate' }
    if (hit && frame) return { ...NO_HOVER, cursor: resizeCursor(hit, frame.rotation) }
    const hover = context.itemAt(pointer.plan)
    const movable = hover !== null && context.state.selection.has(hover) && !context.state.readOnly
    return { ...NO_HOVER, hover, cursor: movable ? 'move' : 'default' }
  },
  down(context, pointer) {
    const { frame, hit } = hitFrame(context, pointer)
    const [key] = context.state.selection
    if (hit?.what === 'rotate') return rotating(context, pointer)
    if (hit && frame && key) return resizing(context, pointer, key, hit)
    return pressing(context, pointer)
  },
}
