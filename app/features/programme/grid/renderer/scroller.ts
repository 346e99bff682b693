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

/**
 * Where the day is scrolled to: keeps the same hour in view when the scale changes, and brings into view what is asked for.
 * Asking the browser for positions makes it lay out the page at once, so they are remembered from its events.
 */
export function createScroller({ scroller, body, heads, axis }: GridElements, timetable: Timetable) {
  let fitted: DayLayout | null = null
  let fittedZoom = timetable.state.zoom
  let fittedColumn = 0
  let anchorPx = 0
  let at = { left: scroller.scrollLeft, top: scroller.scrollTop }
  /** The corner of the day in the window, as if nothing were scrolled away. */
  let corner = { left: 0, top: 0 }
  const abort = new AbortController()
  const { signal } = abort

  const measure = () => {
    const { left, top } = body.getBoundingClientRect()
    at = { left: scroller.scrollLeft, top: scroller.scrollTop }
    corner = { left: left + at.left, top: top + at.top }
  }
  const scrollTo = (left: number, top: number) => {
    scroller.scrollTo(left, top)
    at = { left: scroller.scrollLeft, top: scroller.scrollTop }
  }
  scroller.addEventListener(
    'scroll',
    () => {
      at = { left: scroller.scrollLeft, top: scroller.scrollTop }
    },
    { signal, passive: true },
  )
  window.addEventListener('resize', measure, { signal })
  const sizes = new ResizeObserver(measure)
  sizes.observe(scroller)

  /** The day's size in pixels, and the scroll position that keeps the hour at the anchor where it was. */
  function resize() {
    const layout = timetable.layout()
    const { zoom, columnWidth } = timetable.state
    const before = fitted
    const isSame =
      before?.from === layout.from &&
      before.until === layout.until &&
      before.stages.length === layout.stages.length &&
      fittedZoom === zoom &&
      fittedColumn === columnWidth
    if (isSame) {
      fitted = layout
      return
    }
    const sinceChange = before ? before.from - before.day.from + (at.top + anchorPx) / fittedZoom : null
    const width = `${Math.max(1, layout.stages.length) * columnWidth}px`
    const height = `${(layout.until - layout.from) * zoom}px`
    body.style.width = width
    heads.style.width = width
    body.style.height = height
    axis.style.height = height
    fitted = layout
    fittedZoom = zoom
    fittedColumn = columnWidth
    if (sinceChange !== null) {
      scrollTo(at.left, (sinceChange - (layout.from - layout.day.from)) * zoom - anchorPx)
    }
  }

  function reveal(placement: Placement) {
    const layout = timetable.layout()
    if (!layout.columns.has(placement.stageId)) return
    const box = boxOf(layout, timetable.state, placement)
    const { width, height } = timetable.state.size
    const left = inView(at.left, width, box.left, box.width)
    const top = inView(at.top, height, box.top, box.height)
    if (left !== at.left || top !== at.top) scrollTo(left, top)
  }

  return {
    resize,
    /** Pixels of the day at a point of the window. */
    toDay: ({ clientX, clientY }: { clientX: number; clientY: number }) => ({
      x: clientX - corner.left + at.left,
      y: clientY - corner.top + at.top,
    }),
    measure,
    view(spare: number): VisiblePart {
      const { width, height } = timetable.state.size
      return {
        left: at.left - spare,
        top: at.top - spare,
        right: at.left + width + spare,
        bottom: at.top + height + spare,
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
      anchorPx = clientY - corner.top
      timetable.setZoom(clampZoom(timetable.state.zoom * factor))
      anchorPx = 0
    },
    /** Where the day is scrolled to now. */
    get at() {
      return at
    },
    onScroll(listener: () => void): () => void {
      scroller.addEventListener('scroll', listener, { passive: true })
      return () => scroller.removeEventListener('scroll', listener)
    },
    destroy() {
      sizes.disconnect()
      abort.abort()
    },
  }
}

function inView(scroll: number, room: number, at: number, size: number): number {
  if (at < scroll) return Math.max(0, at - AROUND_PX)
  if (at + size > scroll + room) return Math.min(at, at + size - room + AROUND_PX)
  return scroll
}
