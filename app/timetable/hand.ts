import type { TalkId } from '#shared/kernel/ids'
import type { TimetableContext } from './context'
import type { Gesture, KeyInput, PointerInput } from './gestures/gesture'
import { pressingGround } from './gestures/pressingGround'
import { pressingTalk } from './gestures/pressingTalk'
import { resizing } from './gestures/resizing'
import type { TimetableEvent } from './types'
import { blockAt, stageAt } from './view/geometry'

type PointerEvent = Extract<TimetableEvent, { pointerId: number }>

const MAIN_BUTTON = 0

/** Pointer events and keys in, gestures out: one at a time. */
export interface Hand {
  dispatch(event: PointerEvent): boolean
  /** True when a gesture under way took the key. */
  key(key: KeyInput): boolean
  begin(gesture: Gesture, pointer: PointerInput | null): void
  end(): void
  /** The gesture under way ends without a trace. */
  cancel(): boolean
}

export function createHand(context: TimetableContext): Hand {
  let gesture: Gesture | null = null
  /** The pointer that the gesture listens to; null where it listens to keys. */
  let owner: number | null = null

  const begin = (next: Gesture, pointer: PointerInput | null) => {
    gesture = next
    owner = pointer?.pointerId ?? null
    context.update({ gesture: next.name })
    next.enter()
    if (pointer) next.move(pointer)
  }
  const end = () => {
    gesture = null
    owner = null
    context.update({ gesture: null })
  }
  const cancel = (): boolean => {
    if (!gesture) return false
    const running = gesture
    end()
    running.cancel()
    return true
  }

  function press(pointer: PointerInput): boolean {
    // A second finger, or pressed again without having been let go: the gesture is over.
    if (gesture) cancel()
    if (pointer.button !== MAIN_BUTTON) return false
    const next = whatBegins(context, pointer)
    if (!next) return false
    gesture = next
    owner = pointer.pointerId
    context.update({ gesture: next.name })
    next.enter()
    return true
  }

  function move(pointer: PointerInput): boolean {
    if (!gesture || owner !== pointer.pointerId) return false
    const next = gesture.move(pointer)
    if (next) begin(next, pointer)
    return true
  }

  function release(pointer: PointerInput): boolean {
    if (!gesture || owner !== pointer.pointerId) return false
    const running = gesture
    end()
    running.up(pointer)
    return true
  }

  return {
    dispatch({ type, ...pointer }) {
      if (type === 'pointerDown') return press(pointer)
      if (type === 'pointerMove') return move(pointer)
      if (type === 'pointerUp') return release(pointer)
      return owner === pointer.pointerId && cancel()
    },
    key: (key) => gesture?.key?.(key) ?? false,
    begin,
    end,
    cancel,
  }
}

/** What a press may turn into. */
function whatBegins(context: TimetableContext, pointer: PointerInput): Gesture | null {
  const { zone } = pointer
  if (zone.at === 'shelf') {
    const held = zone.talkId === null ? null : context.held(zone.talkId satisfies TalkId)
    return held && pressingTalk(context, pointer, held)
  }
  if (zone.at !== 'grid') return null
  const layout = context.layout()
  const hit = blockAt(layout, context.state, pointer)
  const held = hit && context.held(hit.ref)
  if (!held) return pressingGround(context, pointer, stageAt(layout, context.state, pointer.x))
  if (hit.edge && held.placement && !context.state.readOnly)
    return resizing(context, pointer, held, held.placement, hit.edge)
  return pressingTalk(context, pointer, held)
}
