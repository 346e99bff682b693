import { type RefObject, useCallback, useEffect, useState } from 'react'

/** Height of every row in px, as app/styles/editor/window.css has it (`--row`): fingers get more. */
const rowHeight = () => (matchMedia('(max-width: 60rem)').matches ? 48 : 40)
const HEAD_PX = 36
const SPARE_ROWS = 8

/** Which rows of a long table are in view, with some to spare. */
export function useVirtualRows(scroller: RefObject<HTMLElement>, count: number) {
  const [rowPx, setRowPx] = useState(rowHeight)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(400)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      setHeight(element.clientHeight)
      setRowPx(rowHeight())
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])

  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current
      if (!element) return
      const from = index * rowPx
      const room = element.clientHeight - HEAD_PX - rowPx
      if (from < element.scrollTop) element.scrollTop = from
      else if (from > element.scrollTop + room) element.scrollTop = from - room
      setTop(element.scrollTop)
    },
    [scroller, rowPx],
  )
  return {
    rowPx,
    first: Math.max(0, Math.min(count, Math.floor(top / rowPx)) - SPARE_ROWS),
    last: Math.min(count, Math.ceil((top + height) / rowPx) + SPARE_ROWS),
    onScroll: () => setTop(scroller.current?.scrollTop ?? 0),
    scrollTo,
  }
}
