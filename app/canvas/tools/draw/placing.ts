import type { Patch } from '#shared/document/patch'
import type { HallId } from '#shared/kernel/ids'
import type { EditorContext } from '../../editor/context'
import type { FreshItem, Guide } from '../../editor/types'
import type { Gesture, PointerInput } from '../tool'
import { addItem, freshPreview } from './drawing'

export interface PlacedAt {
  item: FreshItem
  guides: readonly Guide[]
}

export interface PlacingTool {
  /** What would stand there; null where nothing can. */
  at(pointer: PointerInput): PlacedAt | null
  patch(item: FreshItem, id: string, hallId: HallId): Patch
}

/** Something of fixed size hangs at the pointer and is put down where the button goes up. */
export function placing(context: EditorContext, start: PointerInput, tool: PlacingTool): Gesture {
  const show = (pointer: PointerInput) => {
    const placed = tool.at(pointer)
    context.update({ guides: placed?.guides ?? [] })
    context.preview(placed && freshPreview([placed.item]))
  }
  return {
    name: 'placing',
    cursor: 'crosshair',
    enter() {
      show(start)
    },
    move(pointer) {
      show(pointer)
      return undefined
    },
    up(pointer) {
      const placed = tool.at(pointer)
      context.update({ guides: [] })
      if (!placed) {
        context.preview(null)
        context.say('noHall')
      } else addItem(context, placed.item.kind, (id, hallId) => tool.patch(placed.item, id, hallId))
    },
    cancel() {
      context.update({ guides: [] })
      context.preview(null)
    },
  }
}
