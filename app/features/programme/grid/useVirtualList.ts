import { type RefObject, useCallback, useEffect, useState } from 'react'

const SPARE_ROWS = 4

/** Which rows of a long list are in view, with some to spare. `rowPx`: height of every row. */
export function useVirtualList(scroller: RefObject<HTMLElement>, count: number, rowPx: number) {
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(800)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current
      if (!element) return
      const from = index * rowPx
      if (from < element.scrollTop) element.scrollTop = from
      else if (from + rowPx > element.scrollTop + element.clientHeight)
        element.scrollTop = from + rowPx - element.clientHeight
    },
    [scroller, rowPx],
  )
  return {
    first: Math.max(0, Math.min(count, Math.floor(top / rowPx)) - SPARE_ROWS),
    last: Math.min(count, Math.ceil((top + height) / rowPx) + SPARE_ROWS),
    onScroll: () => setTop(scroller.current?.scrollTop ?? 0),
    scrollTo,
  }
}
