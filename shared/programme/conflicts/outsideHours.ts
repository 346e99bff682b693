import { uncoveredPart } from '../spans'
import { conflictOf, type SingleRule } from './rule'

/**
 * A talk, wholly or in part, while the fair is closed. Blockers may be: a stage is built and cleared then. Silent as long
 * as the fair has no opening hours at all.
 * Measured: minutes of the slot outside opening hours; limit 0.
 */
export const outsideHours: SingleRule = {
  id: 'outsideHours',
  check(held, { openSpans }) {
    if (held.talk.kind === 'blocker' || openSpans.length === 0) return []
    const outside = uncoveredPart(held.slot, openSpans)
    if (!outside) return []
    const { minutes: measured, ...when } = outside
    return [conflictOf({ rule: 'outsideHours', slots: [held], named: [held.ref], ...when, measured, limit: 0 })]
  },
}
