import { conflictOf, type HeldSlot, type SequelRule } from './rule'

/**
 * A talk starts before the one that must come first has ended. Of a talk that is repeated any time will do: each time of
 * the follow-up is in order as soon as one time of the prerequisite has ended by then. Nothing is wrong while either is
 * not scheduled.
 * Measured: minutes from the start of the follow-up to the first end of the prerequisite; limit 0.
 */
export const prerequisite: SequelRule = {
  id: 'prerequisite',
  check(sequel, before) {
    const first = firstToEnd(before)
    if (!first) return []
    return sequel.flatMap((held) => {
      const measured = first.slot.end - held.slot.start
      if (measured <= 0) return []
      return conflictOf({
        rule: 'prerequisite',
        slots: held.slot.start < first.slot.start ? [held, first] : [first, held],
        // Two talks may each ask for the other: the key says which one waits.
        named: [held.ref, `>${first.talk.id}`],
        from: held.slot.start,
        until: first.slot.end,
        measured,
        limit: 0,
      })
    })
  },
}

function firstToEnd(slots: readonly HeldSlot[]): HeldSlot | undefined {
  return [...slots].sort((a, b) => a.slot.end - b.slot.end || (a.ref < b.ref ? -1 : 1))[0]
}
