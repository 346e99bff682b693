import { useEffect, useState } from 'react'
import { minuteOf } from '#shared/programme/time'
import { useLayoutPart } from './useLayout'

const EVERY_MS = 20_000

/** The minute at which the clock stands, on the day itself; null at other times. */
export function useNow(): number | null {
  const from = useLayoutPart((layout) => layout.from)
  const until = useLayoutPart((layout) => layout.until)
  const [now, setNow] = useState(() => minuteOf(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setNow(minuteOf(new Date())), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return from <= now && now < until ? now : null
}
