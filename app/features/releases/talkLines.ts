import type { Plan } from '#shared/document/records'
import type { PersonId } from '#shared/kernel/ids'
import {
  DIFFED_FIELDS,
  TALK_CHANGES,
  type TalkChange,
  type TalkChangeKind,
} from '#shared/programme/queries/programmeDiff'
import { slotsOf, type TalkSlot } from '#shared/programme/slots'
import { instantOfMinute } from '#shared/programme/time'
import type { Format } from '~/lib/format'
import type { ChangeSign, TalkLine } from './types'

const SIGNS: Readonly<Record<TalkChangeKind, ChangeSign>> = {
  new: 'added',
  restored: 'added',
  cancelled: 'gone',
  gone: 'gone',
  moved: 'changed',
  retimed: 'changed',
  scheduled: 'changed',
  unscheduled: 'changed',
  changed: 'changed',
}
export const signOfTalk = (kind: TalkChangeKind): ChangeSign => SIGNS[kind]

export interface TalkWords {
  format: Format
  timeZone: string
  nameOf: (id: PersonId) => string | undefined
}

/** `Fri 12 Mar, 10:00–10:45, Room North`; of several times, all. */
export function slotWords(plan: Plan, slots: readonly TalkSlot[], { format, timeZone }: TalkWords): string | null {
  const words = slots.map(({ stageId, start, end }) => {
    const stage = plan.stages.get(stageId)
    const time = format.span(instantOfMinute(start), instantOfMinute(end), timeZone)
    return stage ? `${time}, ${format.text(stage.name)}` : time
  })
  return words.length > 0 ? words.join(' · ') : null
}

/** Changed talks in words: the time that counts, and the one that no longer does. */
export function talkLines(
  changes: readonly TalkChange[],
  plans: { before: Plan; after: Plan },
  words: TalkWords,
): TalkLine[] {
  return changes.flatMap(({ id, before, after, changes: kinds, slots, fields }) => {
    const talk = after ?? before
    if (!talk) return []
    const is = after ? slotsOf(after) : []
    const was = !after && before ? slotsOf(before) : slots.flatMap((slot) => slot.before ?? [])
    const speakers = talk.speakerIds.flatMap((person) => words.nameOf(person) ?? [])
    return [
      {
        id,
        title: words.format.text(talk.title),
        kinds: [...kinds],
        now: slotWords(plans.after, is, words),
        was: slotWords(plans.before, was, words),
        fields: DIFFED_FIELDS.filter((field) => fields.includes(field)),
        speakers: speakers.length > 0 ? words.format.list(speakers) : null,
      },
    ]
  })
}

export function countTalkKinds(changes: readonly TalkChange[]): { kind: TalkChangeKind; count: number }[] {
  return TALK_CHANGES.map((kind) => ({
    kind,
    count: changes.filter(({ changes: kinds }) => kinds.includes(kind)).length,
  })).filter(({ count }) => count > 0)
}
