import { conflictOf, type SingleRule } from './rule'

const nameOf = (equipment: string): string => equipment.trim().toLowerCase()

/**
 * A talk needs what the stage does not have; a stage that lists nothing has nothing. Case does not matter.
 * Measured: how many things are missing, `missing` names them; limit 0.
 */
export const missingEquipment: SingleRule = {
  id: 'missingEquipment',
  check(held) {
    if (held.talk.needs.length === 0) return []
    const there = new Set((held.stage.equipment ?? []).map(nameOf))
    const needed = new Map(held.talk.needs.map((need) => [nameOf(need), need]))
    const missing = [...needed].flatMap(([name, need]) => (there.has(name) ? [] : [need]))
    if (missing.length === 0) return []
    return [
      conflictOf({
        rule: 'missingEquipment',
        slots: [held],
        named: [held.ref, held.stage.id],
        from: held.slot.start,
        until: held.slot.end,
        missing,
        measured: missing.length,
        limit: 0,
      }),
    ]
  },
}
