import { polygonOf } from '#shared/document/plan'
import { boundsOf } from '#shared/geometry/place'
import type { Place } from '#shared/geometry/types'
import { AWARENESS_MS, platformTimers, throttle } from '~/lib/throttle'
import type { EditorOptions, ItemKey, Preview } from './types'

/** More would cost the others more than they can see. */
const MOST_GHOSTS = 200

type Ghosts = Readonly<Record<ItemKey, Place>>

/** Of a thing with an outline the box around it: enough to see where it goes. */
function ghostsOf(preview: Preview | null): Ghosts | null {
  if (!preview || preview.moved.size === 0) return null
  const ghosts: Record<ItemKey, Place> = {}
  let count = 0
  for (const [key, shape] of preview.moved) {
    if (count++ >= MOST_GHOSTS) break
    const { minX, minY, maxX, maxY } = boundsOf(polygonOf(shape))
    ghosts[key] = shape.place ?? [minX, minY, Math.max(1, maxX - minX), Math.max(1, maxY - minY), 0]
  }
  return ghosts
}

/** Tells the others where things are being dragged, and at once when it is over. */
export function createGhosts({ onGhost, timers = platformTimers }: EditorOptions): (preview: Preview | null) => void {
  if (!onGhost) return () => {}
  const ghosts = throttle<Ghosts | null>(timers, AWARENESS_MS, onGhost)
  let shown = false
  return (preview) => {
    const places = ghostsOf(preview)
    if (places) ghosts.send(places)
    else if (shown) ghosts.sendNow(null)
    shown = places !== null
  }
}
