import type { StageId } from '#shared/kernel/ids'
import type { ReleasedProgramme } from '../release'
import type { TalkSlot } from '../slots'

export interface NowAndNext {
  /** What is on at that minute. */
  readonly now: readonly TalkSlot[]
  /** On each stage what comes after that. */
  readonly next: readonly TalkSlot[]
}

/** By start, without what is cancelled. A talk that begins at that minute is on, one that ends at it is over. */
export function nowAndNext({ talks, slots }: Pick<ReleasedProgramme, 'talks' | 'slots'>, minute: number): NowAndNext {
  const held = slots.filter(({ talkId }) => talks.get(talkId)?.state === 'confirmed')
  const next = new Map<StageId, TalkSlot>()
  for (const slot of held) {
    const known = next.get(slot.stageId)
    if (slot.start > minute && (!known || slot.start < known.start)) next.set(slot.stageId, slot)
  }
  return {
    now: held.filter(({ start, end }) => start <= minute && minute < end),
    next: [...next.values()].sort((a, b) => a.start - b.start || (a.stageId < b.stageId ? -1 : 1)),
  }
}
