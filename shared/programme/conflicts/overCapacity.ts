import { conflictOf, type SingleRule } from './rule'

/**
 * More people than the stage holds: those expected or those who may sign up, whichever are more. Silent where the stage
 * does not say what it holds.
 * Measured: people; limit: the stage's capacity.
 */
export const overCapacity: SingleRule = {
  id: 'overCapacity',
  check(held) {
    const measured = Math.max(held.talk.audience ?? 0, held.talk.seats ?? 0)
    const limit = held.stage.capacity
    if (limit === undefined || measured <= limit) return []
    return [
      conflictOf({
        rule: 'overCapacity',
        slots: [held],
        named: [held.ref, held.stage.id],
        from: held.slot.start,
        until: held.slot.end,
        measured,
        limit,
      }),
    ]
  },
}
