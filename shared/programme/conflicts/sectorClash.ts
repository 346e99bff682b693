import { conflictOf, isIdle, type PairRule, sharedMinutes } from './rule'

/**
 * Two talks of one sector at once on different stages: whoever works in it must choose. Breaks, blockers and the
 * repetitions of one talk take nobody away from anything.
 * Measured: minutes that the two share; limit 0.
 */
export const sectorClash: PairRule = {
  id: 'sectorClash',
  by: 'sector',
  check(earlier, later) {
    const measured = sharedMinutes(earlier, later)
    if (measured <= 0 || earlier.stage.id === later.stage.id || earlier.talk.id === later.talk.id) return null
    if (isIdle(earlier) || isIdle(later)) return null
    return conflictOf({
      rule: 'sectorClash',
      slots: [earlier, later],
      named: [earlier.ref, later.ref],
      from: later.slot.start,
      until: later.slot.start + measured,
      measured,
      limit: 0,
    })
  },
}
