import { RASTER } from '#shared/programme/time'
import type { Held, TimetableContext } from '../context'
import { placeSlots } from '../edits'
import type { Placement, SlotRef } from '../types'
import { onDay } from '../view/days'
import type { Gesture, KeyInput } from './gesture'
import { carry, firstGap, placedAt } from './placing'
import { withEdge } from './resizing'

/** With Ctrl or Cmd so many steps at once: half an hour. */
const FAR = 6

/**
 * The talk is in the hand: arrows carry it by five minutes and by a stage, with Shift they move its end, Page keys turn
 * to another day; Enter puts it down, Escape puts it back. Null where there is no stage to put it on.
 */
export function keyMoving(context: TimetableContext, taken: Held): Gesture | null {
  const firstDay = context.state.day
  const carried = carry(context.layout(), taken, context.heldSelection())
  const [first] = carried
  const begin = taken.placement ?? (first ? firstGap(context, first.minutes) : null)
  if (!begin || !first) return null
  let at: Placement = begin
  let resized = false

  const show = () => {
    const layout = context.layout()
    const placed = resized
      ? new Map<SlotRef, Placement>([[taken.ref, at]])
      : placedAt(layout, carried, at.stageId, at.start)
    at = placed.get(taken.ref) ?? at
    context.preview({ placed, fresh: null, swapWith: null })
    return placed
  }
  const step = (stages: number, minutes: number) => {
    const { stages: all, columns } = context.layout()
    const column = (columns.get(at.stageId) ?? 0) + stages
    const stage = all[Math.min(all.length - 1, Math.max(0, column))]
    at = { stageId: stage?.id ?? at.stageId, start: at.start + minutes, end: at.end + minutes }
  }
  const turn = (by: number) => {
    const { days, day } = context.state
    const next = days[days.findIndex((one) => one.day === day) + by]
    if (!next) return
    const start = onDay(at.start, next.day, context.timeZone)
    context.showDay(next.day)
    at = { ...at, start, end: start + at.end - at.start }
  }
  const edge = (minutes: number) => {
    at = withEdge(at, 'end', at.end + minutes)
    resized = carried.length === 1
  }

  const finish = () => {
    const placed = show()
    context.endGesture()
    context.preview(null)
    context.run(placeSlots(context.store.plan, placed))
    context.announce('dropped', { ref: taken.ref, placement: at, count: carried.length })
  }

  const far = ({ ctrl, meta }: KeyInput) => (ctrl || meta ? FAR : 1)
  const moves = new Map<string, (key: KeyInput) => void>([
    ['ArrowUp', (key) => (key.shift ? edge(-RASTER) : step(0, -RASTER * far(key)))],
    ['ArrowDown', (key) => (key.shift ? edge(RASTER) : step(0, RASTER * far(key)))],
    ['ArrowLeft', () => step(-1, 0)],
    ['ArrowRight', () => step(1, 0)],
    ['PageUp', () => turn(-1)],
    ['PageDown', () => turn(1)],
  ])

  return {
    name: 'keyMoving',
    enter() {
      show()
      context.announce('pickedUp', { ref: taken.ref, placement: at, count: carried.length })
    },
    move: () => undefined,
    up() {},
    cancel() {
      context.preview(null)
      context.showDay(firstDay)
      context.announce('putBack', { ref: taken.ref, placement: taken.placement })
    },
    key(key) {
      if (key.key === 'Enter' || key.key === ' ') finish()
      else if (key.key === 'Escape') context.cancelGesture()
      else {
        const move = moves.get(key.key)
        if (!move) return false
        move(key)
        show()
        context.announce('at', { ref: taken.ref, placement: at })
      }
      return true
    },
  }
}
