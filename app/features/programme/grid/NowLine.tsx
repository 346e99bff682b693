import { useLayoutPart } from './useLayout'
import { useNow } from './useNow'

/** Where the clock stands, over all stages; the time axis says it in figures. */
export function NowLine() {
  const from = useLayoutPart((layout) => layout.from)
  const until = useLayoutPart((layout) => layout.until)
  const now = useNow()
  if (now === null) return null
  return <div className="tt-now" style={{ top: `${((now - from) / (until - from)) * 100}%` }} aria-hidden="true" />
}
