import { conflictOf, type PairRule, sharedMinutes } from './rule'

/** Two times on one stage at once, also two of one talk. Measured: minutes that they share; limit 0. */
export const stageDouble: PairRule = {
  id: 'stageDouble',
  by: 'stage',
  check(earlier, later) {
    const measured = sharedMinutes(earlier, later)
    if (measured <= 0) return null
    return conflictOf({
      rule: 'stageDouble',
      slots: [earlier, later],
      named: [earlier.ref, later.ref, earlier.stage.id],
      from: later.slot.start,
      until: later.slot.start + measured,
      measured,
      limit: 0,
    })
  },
}
