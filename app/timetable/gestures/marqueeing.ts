import type { TimetableContext } from '../context'
import type { Marquee, SlotRef } from '../types'
import { blocksIn } from '../view/geometry'
import type { Gesture, PointerInput } from './gesture'

/** A rubber band: selects what it meets, beside what was selected before. */
export function marqueeing(context: TimetableContext, start: PointerInput, before: ReadonlySet<SlotRef>): Gesture {
  return {
    name: 'marqueeing',
    enter() {},
    move({ x, y }) {
      const marquee: Marquee = {
        left: Math.min(start.x, x),
        top: Math.min(start.y, y),
        right: Math.max(start.x, x),
        bottom: Math.max(start.y, y),
      }
      context.update({ marquee })
      context.select([...before, ...blocksIn(context.layout(), context.state, marquee)])
      return undefined
    },
    up() {
      context.update({ marquee: null })
      context.announce('selected', { count: context.state.selection.size })
    },
    cancel() {
      context.update({ marquee: null })
      context.select(before)
    },
  }
}
