import type { EditorEvent, EditorTimers, Viewport } from './types'
import { panBy, zoomAt } from './viewport'

type WheelEvent = Extract<EditorEvent, { type: 'wheel' }>

const LINE_PX = 16
const ZOOM_PER_PX = 0.0016
const PINCH_PER_PX = 0.01
const LARGEST_STEP_PX = 240
/** A mouse sends whole notches of at least this, in one direction; a trackpad many small steps in both. */
const NOTCH_PX = 40
/** Events so close together come from one movement, hence from one device. */
const SAME_MOVEMENT_MS = 200

/**
 * A mouse wheel zooms at the pointer and, with Shift, moves sideways; two fingers on a trackpad move the plan, pinching
 * them (which arrives as Ctrl and wheel) zooms.
 */
export function createWheel(timers: EditorTimers): (viewport: Viewport, event: WheelEvent) => Viewport {
  let last: { at: number; mouse: boolean } | null = null
  const isMouse = ({ deltaX, deltaY, deltaMode }: WheelEvent): boolean => {
    const now = timers.now()
    const looksLikeMouse = deltaMode !== 0 || (deltaX === 0 && Math.abs(deltaY) >= NOTCH_PX)
    const mouse = last && now - last.at < SAME_MOVEMENT_MS ? last.mouse : looksLikeMouse
    last = { at: now, mouse }
    return mouse
  }
  return (viewport, event) => {
    const unit = event.deltaMode === 1 ? LINE_PX : event.deltaMode === 2 ? viewport.height : 1
    const [deltaX, deltaY] = [event.deltaX * unit, event.deltaY * unit]
    const step = Math.max(-LARGEST_STEP_PX, Math.min(LARGEST_STEP_PX, deltaY))
    const at = [event.x, event.y] as const
    if (event.ctrl || event.meta) {
      const rate = Math.abs(step) >= NOTCH_PX ? ZOOM_PER_PX : PINCH_PER_PX
      return zoomAt(viewport, at, Math.exp(-step * rate))
    }
    if (event.shift) return deltaX !== 0 ? panBy(viewport, -deltaX, 0) : panBy(viewport, -deltaY, 0)
    return isMouse(event) ? zoomAt(viewport, at, Math.exp(-step * ZOOM_PER_PX)) : panBy(viewport, -deltaX, -deltaY)
  }
}
