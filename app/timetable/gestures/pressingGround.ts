import type { StageId } from '#shared/kernel/ids'
import type { TimetableContext } from '../context'
import { drawing } from './drawing'
import { adds, type Gesture, isDrag, LONG_PRESS_MS, type PointerInput } from './gesture'
import { marqueeing } from './marqueeing'

/** The pointer is down where no talk is: a click takes the selection away, a drag draws a talk, with Shift it selects. */
export function pressingGround(context: TimetableContext, start: PointerInput, stageId: StageId | null): Gesture {
  const before = context.state.selection
  let stopWaiting: (() => void) | null = null
  return {
    name: 'pressingGround',
    enter() {
      if (start.pointerType !== 'touch' || stageId === null || context.state.readOnly) return
      stopWaiting = context.timers.after(LONG_PRESS_MS, () => context.begin(drawing(context, start, stageId), start))
    },
    move(pointer) {
      if (!isDrag(start, pointer)) return undefined
      stopWaiting?.()
      if (start.pointerType === 'touch') {
        context.endGesture()
        return undefined
      }
      if (adds(start) || context.state.readOnly || stageId === null) return marqueeing(context, start, before)
      return drawing(context, start, stageId)
    },
    up() {
      stopWaiting?.()
      if (!adds(start)) context.select([])
    },
    cancel() {
      stopWaiting?.()
    },
  }
}
