import { useEffect, useState } from 'react'

const TICK_MS = 1000

/**
 * Milliseconds until an instant, ticking. It starts from the server's time, so that the first picture is the same on both
 * sides and a wrong clock in the browser does no harm.
 */
export function useRemaining(until: string, serverNow: string): number {
  const end = Date.parse(until)
  const [left, setLeft] = useState(end - Date.parse(serverNow))
  useEffect(() => {
    const started = Date.now()
    const atStart = end - Date.parse(serverNow)
    const tick = () => setLeft(atStart - (Date.now() - started))
    tick()
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [end, serverNow])
  return Math.max(0, left)
}
