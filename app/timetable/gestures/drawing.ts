import type { StageId } from '#shared/kernel/ids'
import { RASTER } from '#shared/programme/time'
import type { TimetableContext } from '../context'
import { freshTalk } from '../edits'
import type { Placement } from '../types'
import { minuteAt } from '../view/geometry'
import type { Gesture, PointerInput } from './gesture'

/** What a click that is held, without a drag, makes. */
const FIRST_MINUTES = 30

const before = (minute: number) => Math.floor(minute / RASTER) * RASTER

/** A new talk, from where the pointer went down to where it is now, on one stage. */
export function drawing(context: TimetableContext, start: PointerInput, stageId: StageId): Gesture {
  const from = minuteAt(context.layout(), context.state, start.y)
  let fresh: Placement = { stageId, start: before(from), end: before(from) + FIRST_MINUTES }
  const show = () => context.preview({ placed: new Map(), fresh, swapWith: null })
  return {
    name: 'drawing',
    enter() {
      context.select([])
      show()
    },
    move(pointer) {
      const layout = context.layout()
      const to = Math.min(layout.until, Math.max(layout.from, minuteAt(layout, context.state, pointer.y)))
      const [first, last] = to < from ? [to, from] : [from, to]
      const next = { stageId, start: before(first), end: Math.max(before(first) + RASTER, before(last - 1) + RASTER) }
      if (next.start === fresh.start && next.end === fresh.end) return undefined
      fresh = next
      show()
      return undefined
    },
    up() {
      context.preview(null)
      const { id, edit } = freshTalk(context, fresh)
      if (!context.run(edit)) return
      context.select([id])
      context.focus(id)
      context.announce('created', { ref: id, placement: fresh })
    },
    cancel() {
      context.preview(null)
    },
  }
}
