import { slotValue } from '#shared/programme/slots'
import { AWARENESS_MS, platformTimers, throttle } from '~/lib/throttle'
import type { Preview, SlotRef, TimetableOptions } from './types'

/** More would cost the others more than they can see. */
const MOST_GHOSTS = 60
/** Under this name, which no slot has, others see a talk that is being drawn. */
export const FRESH_GHOST = 'fresh:'

type Ghosts = Readonly<Record<SlotRef, readonly [string, number, number]>>

function ghostsOf(preview: Preview | null): Ghosts | null {
  if (!preview) return null
  const placed = [...preview.placed].slice(0, MOST_GHOSTS)
  const ghosts = placed.flatMap(([ref, placement]) => (placement ? [[ref, slotValue(placement)] as const] : []))
  if (preview.fresh) ghosts.push([FRESH_GHOST, slotValue(preview.fresh)])
  return ghosts.length > 0 ? Object.fromEntries(ghosts) : null
}

/** Tells the others where talks are being dragged, and at once when it is over. */
export function createGhosts({
  onGhost,
  timers = platformTimers,
}: TimetableOptions): (preview: Preview | null) => void {
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
