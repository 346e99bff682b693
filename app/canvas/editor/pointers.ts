import type { Point } from '#shared/geometry/types'
import { TOOLS } from '../tools/registry'
import type { Gesture, PointerInput, Tool } from '../tools/tool'
import { panning } from '../tools/view/panning'
import { pinching } from '../tools/view/pinching'
import type { EditorContext } from './context'
import type { EditorEvent } from './types'
import { toPlan } from './viewport'

type PointerEvent = Extract<EditorEvent, { pointerId: number }>

const MIDDLE_BUTTON = 1
const MAIN_BUTTON = 0

export interface Pointers {
  dispatch(event: PointerEvent): boolean
  leave(): void
  /** While true every drag moves the view: the space bar is down. */
  setHand(held: boolean): void
  /** The gesture under way ends without a trace. */
  cancel(): boolean
  /** Shows what the tool shows at rest, for the last place of the pointer. */
  rest(): void
}

/** Pointer events in, gestures out: one at a time, two fingers always pinch. */
export function createPointers(context: EditorContext): Pointers {
  const down = new Map<number, PointerInput>()
  let gesture: Gesture | null = null
  /** The pointers that the gesture listens to: one, or the two of a pinch. */
  let owners: ReadonlySet<number> = new Set()
  let hand = false
  let lastHover: PointerInput | null = null

  const tool = (): Tool => {
    const chosen = TOOLS[context.state.tool]
    return hand || (context.state.readOnly && chosen.edits) ? TOOLS.hand : chosen
  }

  const begin = (next: Gesture | null, by: readonly PointerInput[]) => {
    gesture = next
    owners = new Set(by.map(({ pointerId }) => pointerId))
    if (!next) return
    context.update({ gesture: next.name, cursor: next.cursor })
    next.enter()
  }

  const end = () => {
    gesture = null
    context.update({ gesture: null })
  }

  const rest = () => {
    if (gesture || context.busy) return
    if (lastHover) context.update(tool().hover(context, lastHover))
    else context.update({ hover: null, guides: [], preview: null, cursor: tool().cursor })
  }

  const cancel = (): boolean => {
    if (!gesture) return false
    const running = gesture
    end()
    running.cancel()
    rest()
    return true
  }

  function press(input: PointerInput): boolean {
    // Pressed again without having been let go: the end of the gesture got lost.
    if (owners.has(input.pointerId)) cancel()
    down.set(input.pointerId, input)
    const [first, second] = [...down.values()]
    if (down.size === 2 && first && second && second.pointerType === 'touch') {
      cancel()
      begin(pinching(context, first, second), [first, second])
      return true
    }
    if (down.size > 1 || context.busy) return true
    if (input.button === MIDDLE_BUTTON) begin(panning(context, input), [input])
    else if (input.button === MAIN_BUTTON) begin(tool().down(context, input), [input])
    else return false
    return true
  }

  function move(input: PointerInput): boolean {
    if (down.has(input.pointerId))
      down.set(input.pointerId, { ...input, button: down.get(input.pointerId)?.button ?? 0 })
    if (input.pointerType !== 'touch') lastHover = input
    if (!gesture) {
      if (down.size === 0) rest()
      return down.size > 0
    }
    if (!owners.has(input.pointerId)) return true
    const next = gesture.move(input)
    if (!next) return true
    begin(next, [input])
    next.move(input)
    return true
  }

  function release(input: PointerInput): boolean {
    if (!down.delete(input.pointerId)) return false
    if (!gesture || !owners.has(input.pointerId)) return true
    const running = gesture
    end()
    running.up(input)
    if (input.pointerType === 'touch') lastHover = null
    rest()
    return true
  }

  return {
    dispatch(event) {
      const input = inputOf(context, event)
      if (event.type === 'pointerDown') return press(input)
      if (event.type === 'pointerMove') return move(input)
      if (event.type === 'pointerUp') return release(input)
      down.delete(event.pointerId)
      return owners.has(event.pointerId) && cancel()
    },
    leave() {
      lastHover = null
      rest()
    },
    setHand(held) {
      hand = held
      rest()
    },
    cancel,
    rest,
  }
}

function inputOf(context: EditorContext, event: PointerEvent): PointerInput {
  const { type: _, x, y, ...rest } = event
  const screen: Point = [x, y]
  return { ...rest, screen, plan: toPlan(context.state.viewport, screen) }
}
