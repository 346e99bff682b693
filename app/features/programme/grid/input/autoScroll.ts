/** So near an edge the grid begins to scroll. */
const EDGE_PX = 56
/** Pixels a second at the edge itself, on every screen and on a slow machine too. */
const FASTEST = 960
/** A frame that came late does not throw the grid further than this. */
const LONGEST_FRAME_MS = 50
/** A hand that goes so far towards an edge means it, also where it pressed close to it. */
const MEANT_PX = 8

/** Browsers drop parts of a pixel: slowly would be not at all. */
const wholePixels = (distance: number) => Math.sign(distance) * Math.ceil(Math.abs(distance))

interface Point {
  readonly clientX: number
  readonly clientY: number
}

/** One direction in which the grid scrolls; what is pressed close to an edge does not set the grid moving by itself. */
function createAxis() {
  let first: number | null = null
  let forward = false
  let backward = false
  return {
    /** From -1 to 1: how fast, with the hand at a position between the edges `from` and `until`. */
    pull(position: number, from: number, until: number): number {
      first ??= position
      backward ||= position > from + EDGE_PX || position < first - MEANT_PX
      forward ||= position < until - EDGE_PX || position > first + MEANT_PX
      if (position < from - EDGE_PX || position > until + EDGE_PX) return 0
      if (backward && position < from + EDGE_PX) return -Math.min(1, (from + EDGE_PX - position) / EDGE_PX)
      if (forward && position > until - EDGE_PX) return Math.min(1, (position - until + EDGE_PX) / EDGE_PX)
      return 0
    },
  }
}

/** While something is carried near an edge of the grid, the grid scrolls under it. */
export function createAutoScroll(scroller: HTMLElement, corner: HTMLElement | null, onScrolled: () => void) {
  let frame: number | null = null
  let before: number | null = null
  let at: Point | null = null
  let across = createAxis()
  let along = createAxis()
  /** Asked for once a drag: the grid itself does not move meanwhile. */
  let box: DOMRect | null = null
  let cornerSize = { width: 0, height: 0 }

  const pull = ({ clientX, clientY }: Point) => {
    if (!box) {
      box = scroller.getBoundingClientRect()
      cornerSize = { width: corner?.offsetWidth ?? 0, height: corner?.offsetHeight ?? 0 }
    }
    const { left, right, top, bottom } = box
    // Headings and axis lie over the grid's own edges.
    const x = across.pull(clientX, left + cornerSize.width, right)
    const y = along.pull(clientY, top + cornerSize.height, bottom)
    const inside = clientX > left && clientX < right + EDGE_PX
    return inside ? { x, y } : { x: 0, y: 0 }
  }
  const step = (now: number) => {
    frame = null
    if (!at) return
    const { x, y } = pull(at)
    if (x === 0 && y === 0) {
      before = null
      return
    }
    frame = requestAnimationFrame(step)
    const seconds = before === null ? 0 : Math.min(LONGEST_FRAME_MS, now - before) / 1000
    before = now
    const { scrollLeft, scrollTop } = scroller
    scroller.scrollBy(wholePixels(x * FASTEST * seconds), wholePixels(y * FASTEST * seconds))
    if (scroller.scrollLeft !== scrollLeft || scroller.scrollTop !== scrollTop) onScrolled()
  }
  return {
    /** Where the hand is that carries; the first call of a drag says where it began. */
    follow({ clientX, clientY }: Point) {
      at = { clientX, clientY }
      pull(at)
      frame ??= requestAnimationFrame(step)
    },
    stop() {
      at = null
      box = null
      before = null
      across = createAxis()
      along = createAxis()
      if (frame !== null) cancelAnimationFrame(frame)
      frame = null
    },
  }
}
