import type { PersonId } from '#shared/kernel/ids'
import { walkingMinutes } from '../walking'
import { conflictOf, type PairRule } from './rule'

/**
 * A speaker must be on another stage sooner than one can walk there in a straight line. One conflict for each speaker.
 * Measured: minutes between the two talks; limit: minutes that the way takes.
 */
export const walk: PairRule = {
  id: 'walk',
  by: 'person',
  check(earlier, later, person) {
    const measured = later.slot.start - earlier.slot.end
    if (measured < 0 || earlier.stage.id === later.stage.id) return null
    const limit = walkingMinutes(earlier.stage, later.stage)
    if (measured >= limit) return null
    return conflictOf({
      rule: 'walk',
      slots: [earlier, later],
      named: [earlier.ref, later.ref, person],
      personIds: [person as PersonId],
      from: earlier.slot.end,
      until: later.slot.start,
      measured,
      limit,
    })
  },
}
