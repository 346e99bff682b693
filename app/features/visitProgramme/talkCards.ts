import type { PublishedProgramme } from '#server/services/visit/visitProgramme'
import type { Talk } from '#shared/document/records'
import type { TalkKind } from '#shared/document/talkRecord'
import { foldForSearch } from '#shared/exhibitors/search'
import type { Translate } from '#shared/i18n/translator'
import { LANGUAGES, type Language, type LocalText } from '#shared/kernel/language'
import { plainText } from '#shared/programme/queries/plainText'
import { slotRef, type TalkSlot } from '#shared/programme/slots'
import { languageName } from '~/features/visit/languageName'
import { type SectorName, sectorName } from '~/features/visit/planPage'
import type { Format } from '~/lib/format'
import { wallClock } from '~/lib/programmeView/wallClock'

/** One time of a talk, in the reader's words. */
export interface TalkCard {
  /** Of the slot; a repeated talk has several. */
  ref: string
  talkId: string
  /** Minutes since 1970; the end is not part of it. */
  start: number
  end: number
  /** Day on the calendar, 2027-03-12, and wall-clock times, of the fair's zone. */
  date: string
  from: string
  until: string
  stageId: string
  stage: string
  title: string
  /** Language of the title where that is not the page's. */
  titleLang: Language | null
  kind: TalkKind
  /** Null for plain talks: they are what one expects. */
  kindWord: string | null
  cancelled: boolean
  sector: SectorName | null
  /** Spoken: NL, and its name. */
  language: { tag: string; code: string; name: string } | null
  who: string
  /** Folded words that the search looks through. */
  words: string
}

export interface CardWords {
  format: Format
  t: Translate
}

/** A name or text in the reader's language or the nearest, and which that is when it is another one. */
export function localised(text: LocalText, wanted: Language, format: Format): { text: string; lang: Language | null } {
  const shown = format.text(text)
  const given = LANGUAGES.filter((language) => text[language])
  // A text in Dutch alone may be one that stands for all languages.
  if (given.includes(wanted) || given.length === 1) return { text: shown, lang: null }
  return { text: shown, lang: given.find((language) => text[language] === shown) ?? null }
}

/** Every time of every talk of the release, in order. */
export function talkCards(published: PublishedProgramme, timeZone: string, words: CardWords): TalkCard[] {
  const make = cardMaker(published, timeZone, words)
  return published.release.programme.slots.flatMap((slot) => make(slot) ?? [])
}

/** What remains the same from talk to talk is worked out once. */
export function cardMaker({ release, speakers }: PublishedProgramme, timeZone: string, { format, t }: CardWords) {
  const { plan, programme } = release
  const clock = wallClock(timeZone)
  const all = (text: LocalText) => LANGUAGES.flatMap((language) => text[language] ?? [])
  const sectors = new Map(
    [...plan.sectors.values()].map((sector) => [
      sector.id,
      { name: sectorName(sector, format), words: [...all(sector.name), sector.code] },
    ]),
  )
  const stages = new Map(
    [...plan.stages.values()].map((stage) => [stage.id, { name: format.text(stage.name), words: all(stage.name) }]),
  )
  const withAbstracts = programme.talks.size <= MOST_WITH_ABSTRACTS
  const spoken = new Map<string, TalkCard['language']>()
  const languageOf = (tag: string | null): TalkCard['language'] => {
    if (tag === null) return null
    const known = spoken.get(tag)
    if (known) return known
    const made = { tag, code: tag.toUpperCase(), name: languageName(tag, format.language) ?? tag }
    spoken.set(tag, made)
    return made
  }
  const facts = new Map<
    string,
    Pick<TalkCard, 'title' | 'titleLang' | 'who' | 'sector' | 'language'> & { all: string[] }
  >()
  const factsOf = (talk: Talk) => {
    const known = facts.get(talk.id)
    if (known) return known
    const { text: title, lang: titleLang } = localised(talk.title, format.language, format)
    const names = talk.speakerIds.flatMap((id) => speakers.get(id)?.name ?? [])
    const sector = talk.sectorId === null ? undefined : sectors.get(talk.sectorId)
    const made = {
      title,
      titleLang,
      who: names.join(', '),
      sector: sector?.name ?? null,
      language: languageOf(talk.language),
      all: [
        ...all(talk.title),
        ...names,
        ...(sector?.words ?? []),
        t(`programme:kind.${talk.kind}`),
        ...(withAbstracts && talk.abstract ? all(talk.abstract).map(plainText) : []),
      ],
    }
    facts.set(talk.id, made)
    return made
  }

  /** Null for a slot on a stage that the plan does not have. */
  return (slot: TalkSlot): TalkCard | null => {
    const talk = programme.talks.get(slot.talkId)
    const stage = stages.get(slot.stageId)
    if (!talk || !stage) return null
    const { all: texts, ...own } = factsOf(talk)
    return {
      ...own,
      ref: slotRef(slot.talkId, slot.key),
      talkId: talk.id,
      start: slot.start,
      end: slot.end,
      date: clock(slot.start).day,
      from: clock(slot.start).time,
      until: clock(slot.end).time,
      stageId: slot.stageId,
      stage: stage.name,
      kind: talk.kind,
      kindWord: talk.kind === 'talk' ? null : t(`programme:kind.${talk.kind}`),
      cancelled: talk.state === 'cancelled',
      words: distinctWords([...texts, ...stage.words]),
    }
  }
}

/** Abstracts are searched through too where the page does not become heavy by it. */
const MOST_WITH_ABSTRACTS = 200

/** Lines as they are, for words that stand beside each other; of longer texts each word once. */
function distinctWords(texts: readonly string[]): string {
  const known = new Set<string>()
  const lines: string[] = []
  for (const text of texts) {
    const words = foldForSearch(text).split(/\s+/)
    const fresh = words.filter((word) => !known.has(word))
    for (const word of fresh) known.add(word)
    if (fresh.length > 0) lines.push(fresh.join(' '))
  }
  return lines.join('\n')
}
