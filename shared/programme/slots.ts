import type { Talk } from '#shared/document/records'
import type { Slot } from '#shared/document/schedule'
import { isSlotKey, type SlotKey } from '#shared/document/slotKey'
import type { StageId, TalkId } from '#shared/kernel/ids'

/** One time that a talk is held. Instants are minutes since 1970-01-01T00:00Z; `end` is not part of it. */
export interface TalkSlot {
  readonly talkId: TalkId
  readonly key: SlotKey
  readonly stageId: StageId
  readonly start: number
  readonly end: number
}

/** Names a slot across the fair: `<talkId>` for the first, `<talkId>:<id>` for a repetition. */
export type SlotRef = string

export const slotRef = (talkId: string, key: SlotKey): SlotRef => (key === 'slot' ? talkId : `${talkId}${key.slice(4)}`)

export function parseSlotRef(ref: SlotRef): { talkId: TalkId; key: SlotKey } {
  const at = ref.indexOf(':')
  if (at < 0) return { talkId: ref as TalkId, key: 'slot' }
  return { talkId: ref.slice(0, at) as TalkId, key: `slot:${ref.slice(at + 1)}` }
}

/** All times of a talk, the first one first, repetitions by their start. */
export function slotsOf(talk: Talk): TalkSlot[] {
  const slots: TalkSlot[] = []
  for (const [key, value] of Object.entries(talk)) {
    if (!isSlotKey(key) || value === null) continue
    const [stageId, start, minutes] = value as Slot
    slots.push({ talkId: talk.id, key, stageId, start, end: start + minutes })
  }
  return slots.sort((a, b) => Number(a.key !== 'slot') - Number(b.key !== 'slot') || a.start - b.start)
}

export const slotValue = ({ stageId, start, end }: Pick<TalkSlot, 'stageId' | 'start' | 'end'>): Slot => [
  stageId,
  start,
  end - start,
]

export const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end
