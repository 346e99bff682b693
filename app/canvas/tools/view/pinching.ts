import { distance, midpoint } from '#shared/geometry/vectors'
import type { EditorContext } from '../../editor/context'
import { panBy, zoomAt } from '../../editor/viewport'
import type { Gesture, PointerInput } from '../tool'

/** Two fingers: their middle drags the plan, their distance zooms it. */
export function pinching(context: EditorContext, first: PointerInput, second: PointerInput): Gesture {
  const fingers = new Map([
    [first.pointerId, first.screen],
    [second.pointerId, second.screen],
  ])
  const measure = () => {
    const [a, b] = [...fingers.values()]
    return a && b ? { middle: midpoint(a, b), apart: Math.max(1, distance(a, b)) } : null
  }
  let last = measure()
  return {
    name: 'pinching',
    cursor: 'grabbing',
    enter() {
      context.update({ hover: null })
    },
    move({ pointerId, screen }) {
      if (!fingers.has(pointerId)) return undefined
      fingers.set(pointerId, screen)
      const now = measure()
      if (now && last) {
        const moved = panBy(context.state.viewport, now.middle[0] - last.middle[0], now.middle[1] - last.middle[1])
        context.look(zoomAt(moved, now.middle, now.apart / last.apart))
      }
      last = now
      return undefined
    },
    up() {},
    cancel() {},
  }
}
