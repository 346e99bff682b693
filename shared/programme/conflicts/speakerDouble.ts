import type { PersonId } from '#shared/kernel/ids'
import { conflictOf, type PairRule, sharedMinutes } from './rule'

/** Someone speaks twice at once, on whichever stages. One conflict for each speaker. Measured: minutes that the two share; limit 0. */
export const speakerDouble: PairRule = {
  id: 'speakerDouble',
  by: 'person',
  check(earlier, later, person) {
    const measured = sharedMinutes(earlier, later)
    if (measured <= 0) return null
    return conflictOf({
      rule: 'speakerDouble',
      slots: [earlier, later],
      named: [earlier.ref, later.ref, person],
      personIds: [person as PersonId],
      from: later.slot.start,
      until: later.slot.start + measured,
      measured,
      limit: 0,
    })
  },
}
