import { coveredPart } from '../spans'
import { conflictOf, isIdle, type SingleRule } from './rule'

/**
 * A speaker is the only person of a booth, which stands empty while the fair is open. Who hosts a break is excused. One
 * conflict for each speaker, however many booths.
 * Measured: minutes of opening hours that the talk takes; limit 0.
 */
export const boothAlone: SingleRule = {
  id: 'boothAlone',
  check(held, { people, openSpans }) {
    if (isIdle(held)) return []
    return held.speakerIds.flatMap((id) => {
      const boothIds = people.get(id)?.soleBoothIds ?? []
      const away = boothIds.length > 0 ? coveredPart(held.slot, openSpans) : null
      if (!away) return []
      const { minutes: measured, ...when } = away
      return conflictOf({
        rule: 'boothAlone',
        slots: [held],
        named: [held.ref, id],
        personIds: [id],
        boothIds,
        ...when,
        measured,
        limit: 0,
      })
    })
  },
}
