import type { EditorContext } from '../../editor/context'
import type { ItemKey } from '../../editor/types'
import { type Gesture, isDrag, type PointerInput } from '../tool'
import { panning } from '../view/panning'
import { draggingItems } from './draggingItems'
import { marqueeing } from './marqueeing'

/** The button is down but has not moved: a click, or the beginning of a drag or of a marquee. */
export function pressing(context: EditorContext, start: PointerInput): Gesture {
  const before = context.state.selection
  const key = context.itemAt(start.plan)
  return {
    name: 'pressing',
    cursor: 'default',
    enter() {
      if (key && !before.has(key)) context.select(start.shift ? [...before, key] : [key])
    },
    move(pointer) {
      if (!isDrag(start, pointer)) return undefined
      if (!key) return marqueeing(context, start)
      return context.state.readOnly ? panning(context, start) : draggingItems(context, start)
    },
    up() {
      if (!key) {
        if (!start.shift) context.select([])
      } else if (before.has(key)) context.select(start.shift ? without(before, key) : [key])
    },
    cancel() {
      context.select(before)
    },
  }
}

const without = (keys: ReadonlySet<ItemKey>, key: ItemKey): ItemKey[] => [...keys].filter((other) => other !== key)
