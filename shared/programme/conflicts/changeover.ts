import { conflictOf, type HeldSlot, isIdle, type StageRule } from './rule'

/**
 * One talk follows another on a stage before it can be cleared and set up. Breaks and blockers need no setting up, and
 * the time that they take counts as time between. Of talks that overlap stageDouble speaks.
 * Measured: minutes between the two; limit: minutes that a stage of this fair needs.
 */
export const changeover: StageRule = {
  id: 'changeover',
  check(slots, { changeover: limit }) {
    const talks = slots.filter((held) => !isIdle(held))
    return talks.flatMap((earlier) => {
      const measured = minutesAfter(earlier, talks)
      if (measured >= limit) return []
      const at = earlier.slot.end + measured
      return talks
        .filter(({ slot }) => slot.start === at)
        .map((later) =>
          conflictOf({
            rule: 'changeover',
            slots: [earlier, later],
            named: [earlier.ref, later.ref, earlier.stage.id],
            from: earlier.slot.end,
            until: at,
            measured,
            limit,
          }),
        )
    })
  },
}

/** Until the next talk that starts when this one has ended, or later. */
function minutesAfter({ ref, slot }: HeldSlot, talks: readonly HeldSlot[]): number {
  let least = Infinity
  for (const other of talks) {
    const gap = other.slot.start - slot.end
    if (gap >= 0 && other.ref !== ref) least = Math.min(least, gap)
  }
  return least
}
