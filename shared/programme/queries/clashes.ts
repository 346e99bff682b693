import type { Plan } from '#shared/document/records'
import type { TalkId } from '#shared/kernel/ids'
import { overlap, type SlotRef, slotRef, type TalkSlot } from '../slots'
import { walkingMinutes } from '../walking'

/** Two talks that one visitor cannot see both of, at these times. */
export interface Clash {
  /** `walk`: one ends before the other starts, but the way between takes longer. */
  readonly kind: 'overlap' | 'walk'
  readonly earlier: TalkSlot
  readonly later: TalkSlot
  /** Minutes that they share, or minutes between them. */
  readonly minutes: number
  /** Minutes that the way takes; 0 for an overlap. */
  readonly needed: number
  /** One of the two is held at another time as well, at which it is in nobody's way. */
  readonly avoidable: boolean
}

/** What a visitor who starred these cannot do, by time. The several times of one talk never clash: one will do. */
export function clashes(slots: readonly TalkSlot[], plan: Pick<Plan, 'stages'>): Clash[] {
  const ordered = [...slots].sort((a, b) => a.start - b.start || a.end - b.end || (refOf(a) < refOf(b) ? -1 : 1))
  const found: Omit<Clash, 'avoidable'>[] = []
  ordered.forEach((earlier, index) => {
    for (const later of ordered.slice(index + 1)) {
      const clash = later.talkId === earlier.talkId ? null : clashOf(earlier, later, plan)
      if (clash) found.push(clash)
    }
  })
  const inTheWay = new Set(found.flatMap(({ earlier, later }): SlotRef[] => [refOf(earlier), refOf(later)]))
  const free = new Set<TalkId>(slots.filter((slot) => !inTheWay.has(refOf(slot))).map(({ talkId }) => talkId))
  return found.map((clash) => ({ ...clash, avoidable: free.has(clash.earlier.talkId) || free.has(clash.later.talkId) }))
}

const refOf = (slot: TalkSlot): SlotRef => slotRef(slot.talkId, slot.key)

function clashOf(earlier: TalkSlot, later: TalkSlot, plan: Pick<Plan, 'stages'>): Omit<Clash, 'avoidable'> | null {
  if (overlap(earlier, later)) {
    return { kind: 'overlap', earlier, later, minutes: Math.min(earlier.end, later.end) - later.start, needed: 0 }
  }
  const [from, to] = [plan.stages.get(earlier.stageId), plan.stages.get(later.stageId)]
  const minutes = later.start - earlier.end
  const needed = from && to && from !== to ? walkingMinutes(from, to) : 0
  return minutes < needed ? { kind: 'walk', earlier, later, minutes, needed } : null
}
