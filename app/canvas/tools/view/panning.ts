import type { EditorContext } from '../../editor/context'
import { panBy } from '../../editor/viewport'
import type { Gesture, PointerInput } from '../tool'

/** The plan sticks to the pointer. Letting go or breaking off leaves the view where it is: nothing was changed. */
export function panning(context: EditorContext, start: PointerInput): Gesture {
  let [x, y] = start.screen
  return {
    name: 'panning',
    cursor: 'grabbing',
    enter() {
      context.update({ hover: null })
    },
    move({ screen }) {
      context.look(panBy(context.state.viewport, screen[0] - x, screen[1] - y))
      x = screen[0]
      y = screen[1]
      return undefined
    },
    up() {},
    cancel() {},
  }
}
