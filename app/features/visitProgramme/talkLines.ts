import type { PublishedProgramme } from '#server/services/visit/visitProgramme'
import type { Talk } from '#shared/document/records'
import { type CardWords, talkCards } from './talkCards'

/** A talk on another page: of an exhibitor, a sector, a speaker. */
export interface TalkLine {
  ref: string
  talkId: string
  title: string
  titleLang: string | null
  /** Day and times; null while they are not known. */
  when: { day: string; from: string; until: string } | null
  stage: string | null
  who: string
  kindWord: string | null
  cancelled: boolean
}

/** Every time of the talks that `wanted` lets through, by start; those without a time last. */
export function talkLines(
  published: PublishedProgramme,
  timeZone: string,
  words: CardWords,
  wanted: (talk: Talk) => boolean,
): TalkLine[] {
  const { programme } = published.release
  const talks = new Map([...programme.talks].filter(([, talk]) => wanted(talk)))
  if (talks.size === 0) return []
  const slots = programme.slots.filter(({ talkId }) => talks.has(talkId))
  const narrowed = { ...published, release: { ...published.release, programme: { ...programme, slots } } }
  const lines = talkCards(narrowed, timeZone, words).map(
    ({ ref, talkId, title, titleLang, date, from, until, stage, who, kindWord, cancelled }): TalkLine => ({
      ref,
      talkId,
      title,
      titleLang,
      when: { day: words.format.dayTab(date), from, until },
      stage,
      who,
      kindWord,
      cancelled,
    }),
  )
  const timed = new Set(lines.map(({ talkId }) => talkId))
  const others = [...talks.values()]
    .filter(({ id }) => !timed.has(id))
    .map(
      (talk): TalkLine => ({
        ref: talk.id,
        talkId: talk.id,
        title: words.format.text(talk.title),
        titleLang: null,
        when: null,
        stage: null,
        who: '',
        kindWord: null,
        cancelled: talk.state === 'cancelled',
      }),
    )
  return [...lines, ...others]
}
