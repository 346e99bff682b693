import type { Held, TimetableContext } from '../context'
import { draggingTalks } from './draggingTalks'
import { adds, type Gesture, isDrag, LONG_PRESS_MS, type PointerInput } from './gesture'

/**
 * The pointer is down on a talk but has not moved: a click, or the beginning of a drag. A finger that moves at once
 * scrolls; one that rests takes the talk.
 */
export function pressingTalk(context: TimetableContext, start: PointerInput, held: Held): Gesture {
  const before = context.state.selection
  const wasSelected = before.has(held.ref)
  let stopWaiting: (() => void) | null = null
  const take = () => {
    if (!wasSelected) context.select(adds(start) ? [...before, held.ref] : [held.ref])
    context.focus(held.ref)
  }
  return {
    name: 'pressingTalk',
    enter() {
      if (start.pointerType !== 'touch') {
        take()
        return
      }
      if (context.state.readOnly) return
      stopWaiting = context.timers.after(LONG_PRESS_MS, () => {
        take()
        context.begin(draggingTalks(context, start, held), start)
      })
    },
    move(pointer) {
      if (!isDrag(start, pointer)) return undefined
      stopWaiting?.()
      if (start.pointerType === 'touch') {
        context.endGesture()
        return undefined
      }
      return context.state.readOnly ? undefined : draggingTalks(context, start, held)
    },
    up() {
      stopWaiting?.()
      if (start.pointerType === 'touch') take()
      if (!wasSelected) return
      context.select(adds(start) ? [...before].filter((ref) => ref !== held.ref) : [held.ref])
    },
    cancel() {
      stopWaiting?.()
      context.select(before)
    },
  }
}
