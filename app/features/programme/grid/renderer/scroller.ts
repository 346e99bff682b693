import type { Placement, Timetable, TimetableState } from '~/timetable/types'
import type { DayLayout } from '~/timetable/view/dayLayout'
import { boxOf, clampZoom } from '~/timetable/view/geometry'
import type { GridElements } from './createGridRenderer'

/** Around what is brought into view. */
const AROUND_PX = 24

export interface VisiblePart {
  left: number
  top: number
  right: number
  bottom: number
}

/** Where the day is scrolled to: keeps the same hour in view when the scale changes, and brings into view what is asked for. */
export function createScroller({ scroller, body }: Pick<GridElements, 'scroller' | 'body'>, timetable: Timetable) {
  let fitted: DayLayout | null = null
  let fittedZoom = timetable.state.zoom
  let anchorPx: number | null = null

  /** The day's size in CSS, and the scroll position that keeps the hour at the anchor where it was. */
  function resize() {
    const layout = timetable.layout()
    const { zoom, columnWidth } = timetable.state
    const anchor = anchorPx ?? 0
    const before = fitted
    const sinceChange = before ? before.from - before.day.from + (scroller.scrollTop + anchor) / fittedZoom : null
    scroller.style.setProperty('--minute', `${zoom}px`)
    scroller.style.setProperty('--column', `${columnWidth}px`)
    scroller.style.setProperty('--stages', String(Math.max(1, layout.stages.length)))
    scroller.style.setProperty('--minutes', String(layout.until - layout.from))
    if (sinceChange !== null && (before?.from !== layout.from || fittedZoom !== zoom)) {
      scroller.scrollTop = (sinceChange - (layout.from - layout.day.from)) * zoom - anchor
    }
    fitted = layout
    fittedZoom = zoom
  }

  function reveal(placement: Placement) {
    const layout = timetable.layout()
    if (!layout.columns.has(placement.stageId)) return
    const box = boxOf(layout, timetable.state, placement)
    const { width, height } = timetable.state.size
    scroller.scrollLeft = inView(scroller.scrollLeft, width, box.left, box.width)
    scroller.scrollTop = inView(scroller.scrollTop, height, box.top, box.height)
  }

  return {
    resize,
    reveal,
    view(spare: number): VisiblePart {
      const { scrollLeft, scrollTop } = scroller
      const { width, height } = timetable.state.size
      return {
        left: scrollLeft - spare,
        top: scrollTop - spare,
        right: scrollLeft + width + spare,
        bottom: scrollTop + height + spare,
      }
    },
    follow(state: TimetableState, before: TimetableState) {
      const scaled =
        state.zoom !== before.zoom ||
        state.columnWidth !== before.columnWidth ||
        state.day !== before.day ||
        state.days !== before.days ||
        state.wholeDay !== before.wholeDay
      if (scaled) resize()
      const block = state.focus === null ? undefined : timetable.layout().blocks.get(state.focus)
      const isAsked = state.focus !== before.focus || state.revealed !== before.revealed
      // With the pointer one sees what one takes.
      const byPointer = body.dataset.focusedBy === 'pointer' && state.revealed === before.revealed
      if (isAsked && block && !byPointer) reveal(block)
      if (state.gesture === 'keyMoving' && state.preview !== before.preview && state.focus !== null) {
        const placement = state.preview?.placed.get(state.focus)
        if (placement) reveal(placement)
      }
    },
    zoomAt(factor: number, clientY: number) {
      const head = body.getBoundingClientRect().top + scroller.scrollTop
      anchorPx = clientY - head
      timetable.setZoom(clampZoom(timetable.state.zoom * factor))
      anchorPx = null
    },
    onScroll(listener: () => void): () => void {
      scroller.addEventListener('scroll', listener, { passive: true })
      return () => scroller.removeEventListener('scroll', listener)
    },
    destroy() {
      for (const name of ['--minute', '--column', '--stages', '--minutes']) scroller.style.removeProperty(name)
    },
  }
}

function inView(scroll: number, room: number, at: number, size: number): number {
  if (at < scroll) return Math.max(0, at - AROUND_PX)
  if (at + size > scroll + room) return Math.min(at, at + size - room + AROUND_PX)
  return scroll
}
