import { boxAround } from '#shared/geometry/boxes'
import type { EditorContext } from '../../editor/context'
import { itemsMeeting } from '../../editor/hit'
import type { Gesture, PointerInput } from '../tool'

/** A rubber band: selects what it meets; with Shift beside what was selected before. */
export function marqueeing(context: EditorContext, start: PointerInput): Gesture {
  const before = context.state.selection
  const kept = start.shift ? [...before] : []
  return {
    name: 'marqueeing',
    cursor: 'crosshair',
    enter() {
      context.update({ hover: null })
    },
    move({ plan }) {
      const { hallId } = context.state
      const marquee = boxAround(start.plan, plan)
      context.update({ marquee })
      const met = hallId === null ? [] : itemsMeeting(context.store.plan, context.index(hallId), marquee)
      context.select([...kept, ...met])
      return undefined
    },
    up() {
      context.update({ marquee: null })
    },
    cancel() {
      context.update({ marquee: null })
      context.select(before)
    },
  }
}
