import type { PublishedProgramme } from '#server/services/visit/visitProgramme'
import type { Talk } from '#shared/document/records'
import { slotRef } from '#shared/programme/slots'
import { minuteOf } from '#shared/programme/time'
import { nowAndNext } from '~/lib/programmeView/nowNext'
import { type CardWords, cardMaker, type TalkCard } from './talkCards'
import { type TalkLine, talkLines } from './talkLines'

/** What the fair's own page tells of its programme. */
export interface ProgrammeTaste {
  /** Sessions that take place, each counted once. */
  talks: number
  /** While something is on, or soon will be. */
  nowNext: { now: TalkCard[]; next: TalkCard[] } | null
  /** Else, before the fair: what most people are expected at. */
  highlights: TalkLine[]
}

const MOST_HIGHLIGHTS = 4

export function programmeTaste(
  published: PublishedProgramme,
  timeZone: string,
  now: Date,
  words: CardWords,
): ProgrammeTaste {
  const { talks, slots } = published.release.programme
  const held = [...talks.values()].filter(({ state, kind }) => state === 'confirmed' && kind !== 'break')
  const minute = minuteOf(now)
  const timed = slots.map((slot) => ({ ...slot, cancelled: talks.get(slot.talkId)?.state !== 'confirmed' }))
  const soon = nowAndNext(timed, minute)
  if (soon.now.length + soon.next.length > 0) {
    const make = cardMaker(published, timeZone, words)
    const cards = (those: typeof timed) => those.flatMap((slot) => make(slot) ?? [])
    return { talks: held.length, nowNext: { now: cards(soon.now), next: cards(soon.next) }, highlights: [] }
  }
  const coming = new Set(slots.filter(({ start }) => start > minute).map(({ talkId }) => talkId))
  const chosen = held
    .filter(({ id }) => coming.has(id))
    .sort(byAudience)
    .slice(0, MOST_HIGHLIGHTS)
  const ids = new Set(chosen.map(({ id }) => slotRef(id, 'slot')))
  const lines = talkLines(published, timeZone, words, ({ id }) => ids.has(id)).filter(({ ref }) => ids.has(ref))
  return { talks: held.length, nowNext: null, highlights: lines }
}

const byAudience = (a: Talk, b: Talk): number => (b.audience ?? 0) - (a.audience ?? 0) || (a.id < b.id ? -1 : 1)
