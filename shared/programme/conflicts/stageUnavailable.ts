import { uncoveredPart } from '../spans'
import { conflictOf, type SingleRule } from './rule'

/**
 * A stage is used when it cannot be, blockers too: it is the venue that says when. A stage that says nothing is there
 * whenever the fair is open (see outsideHours); one with an empty list never is.
 * Measured: minutes of the slot outside the stage's times; limit 0.
 */
export const stageUnavailable: SingleRule = {
  id: 'stageUnavailable',
  check(held) {
    const outside = held.stage.availability && uncoveredPart(held.slot, held.stage.availability)
    if (!outside) return []
    const { minutes: measured, ...when } = outside
    return [
      conflictOf({
        rule: 'stageUnavailable',
        slots: [held],
        named: [held.ref, held.stage.id],
        ...when,
        measured,
        limit: 0,
      }),
    ]
  },
}
