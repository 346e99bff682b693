/** So near an edge the grid begins to scroll. */
const EDGE_PX = 56
/** Pixels a frame at the edge itself. */
const FASTEST = 16

/** While something is carried near an edge of the grid, the grid scrolls under it. */
export function createAutoScroll(scroller: HTMLElement, corner: HTMLElement | null, onScrolled: () => void) {
  let frame: number | null = null
  let at: { clientX: number; clientY: number } | null = null
  /** Asked for once a drag: the grid itself does not move meanwhile. */
  let box: DOMRect | null = null
  let cornerSize = { width: 0, height: 0 }

  const speed = (position: number, from: number, until: number): number => {
    if (position < from - EDGE_PX || position > until + EDGE_PX) return 0
    if (position < from + EDGE_PX) return -FASTEST * Math.min(1, (from + EDGE_PX - position) / EDGE_PX)
    if (position > until - EDGE_PX) return FASTEST * Math.min(1, (position - until + EDGE_PX) / EDGE_PX)
    return 0
  }
  const step = () => {
    frame = null
    if (!at) return
    if (!box) {
      box = scroller.getBoundingClientRect()
      cornerSize = { width: corner?.offsetWidth ?? 0, height: corner?.offsetHeight ?? 0 }
    }
    const { left, right, top, bottom } = box
    const inside = at.clientX > left && at.clientX < right + EDGE_PX
    // Headings and axis lie over the grid's own edges.
    const [x, y] = [left + cornerSize.width, top + cornerSize.height]
    const [dx, dy] = inside ? [speed(at.clientX, x, right), speed(at.clientY, y, bottom)] : [0, 0]
    if (dx === 0 && dy === 0) return
    const { scrollLeft, scrollTop } = scroller
    scroller.scrollBy(dx, dy)
    if (scroller.scrollLeft === scrollLeft && scroller.scrollTop === scrollTop) return
    onScrolled()
    frame = requestAnimationFrame(step)
  }
  return {
    follow({ clientX, clientY }: { clientX: number; clientY: number }) {
      at = { clientX, clientY }
      frame ??= requestAnimationFrame(step)
    },
    stop() {
      at = null
      box = null
      if (frame !== null) cancelAnimationFrame(frame)
      frame = null
    },
  }
}
