import { MAX_SLOT_MINUTES } from '#shared/document/schedule'
import { RASTER, toRaster } from '#shared/programme/time'
import type { Held, TimetableContext } from '../context'
import { placeSlots } from '../edits'
import type { Placement } from '../types'
import { type Edge, minuteAt } from '../view/geometry'
import type { Gesture, PointerInput } from './gesture'

/** One end of the talk at that minute; the other stays, and at least one step is left between them. */
export function withEdge(placement: Placement, edge: Edge, minute: number): Placement {
  const { start, end } = placement
  if (edge === 'start') return { ...placement, start: Math.max(end - MAX_SLOT_MINUTES, Math.min(minute, end - RASTER)) }
  return { ...placement, end: Math.min(start + MAX_SLOT_MINUTES, Math.max(minute, start + RASTER)) }
}

/** One end of a talk follows the pointer. */
export function resizing(
  context: TimetableContext,
  start: PointerInput,
  { ref }: Held,
  before: Placement,
  edge: Edge,
): Gesture {
  const grip = minuteAt(context.layout(), context.state, start.y) - before[edge]
  let placement = before
  return {
    name: 'resizing',
    enter() {
      context.select([ref])
      context.focus(ref)
    },
    move(pointer) {
      const layout = context.layout()
      const minute = toRaster(minuteAt(layout, context.state, pointer.y) - grip)
      const next = withEdge(before, edge, Math.min(layout.until, Math.max(layout.from, minute)))
      if (next.start === placement.start && next.end === placement.end && context.state.preview) return undefined
      placement = next
      context.preview({ placed: new Map([[ref, placement]]), fresh: null, swapWith: null })
      return undefined
    },
    up() {
      const edit = placeSlots(context.store.plan, new Map([[ref, placement]]))
      context.preview(null)
      if (context.run(edit)) context.announce('dropped', { ref, placement })
    },
    cancel() {
      context.preview(null)
    },
  }
}
