import { uncoveredPart } from '../spans'
import { conflictOf, type SingleRule } from './rule'

/**
 * A speaker cannot come then. Who says nothing comes whenever the fair is open (see outsideHours); of people who are not
 * known the rule knows nothing. One conflict for each speaker.
 * Measured: minutes of the slot outside the speaker's times; limit 0.
 */
export const speakerUnavailable: SingleRule = {
  id: 'speakerUnavailable',
  check(held, { people }) {
    return held.speakerIds.flatMap((id) => {
      const availability = people.get(id)?.availability
      const outside = availability && uncoveredPart(held.slot, availability)
      if (!outside) return []
      const { minutes: measured, ...when } = outside
      return conflictOf({
        rule: 'speakerUnavailable',
        slots: [held],
        named: [held.ref, id],
        personIds: [id],
        ...when,
        measured,
        limit: 0,
      })
    })
  },
}
