import type { PublishedProgramme } from '#server/services/visit/visitProgramme'
import { TALK_KINDS, type TalkKind } from '#shared/document/talkRecord'
import { foldForSearch } from '#shared/exhibitors/search'
import { type OpeningHours, openSpans } from '#shared/fairs/openingHours'
import { groupBy } from '#shared/kernel/groupBy'
import { dayOf, type GridDay, gridDays } from '#shared/programme/gridDays'
import { lanes } from '#shared/programme/queries/lanes'
import { minuteOf, wallTimeOfMinute } from '#shared/programme/time'
import { byName, type SectorName } from '~/features/visit/planPage'
import { nowAndNext } from '~/lib/programmeView/nowNext'
import { wallClock } from '~/lib/programmeView/wallClock'
import { isFiltered, NO_SECTOR, type ProgrammeQuery } from './programmeQuery'
import { type CardWords, localised, type TalkCard, talkCards } from './talkCards'

/** A card on a day's page: whether the search found it, and where in the grid it lies. */
export interface PlacedCard extends TalkCard {
  found: boolean
  /** Index of the stage among those shown; -1 for what was not found. */
  column: number
  lane: number
  lanes: number
}

export interface DayTab {
  day: string
  name: string
  found: number
  today: boolean
}

export interface StageHead {
  id: string
  name: string
  /** It has a column: something of it was found. */
  shown: boolean
}

/** What begins at the same time. */
export interface TimeGroup {
  start: number
  from: string
  cards: PlacedCard[]
}

export interface GridFrame {
  /** Minutes since 1970 of its upper and lower edge. */
  from: number
  until: number
  /** The part of it in which something was found. */
  shown: { from: number; until: number }
  /** Full hours, as the clock on the wall shows them. */
  hours: { minute: number; time: string }[]
  /** Height of a minute in px. */
  scale: number
}

export interface ProgrammeChoices {
  stages: { id: string; name: string }[]
  sectors: SectorName[]
  /** Some talks belong to no sector. */
  sectorless: boolean
  kinds: TalkKind[]
  languages: { tag: string; name: string }[]
}

/** Of another day, what the search needs: words, stage, sector, kind, language. */
export type ElsewhereTalk = [words: string, stage: string, sector: string, kind: string, language: string]

export interface ProgrammePage {
  days: DayTab[]
  day: DayTab
  groups: TimeGroup[]
  stages: StageHead[]
  grid: GridFrame
  all: number
  found: number
  filtered: boolean
  choices: ProgrammeChoices
  elsewhere: Record<string, ElsewhereTalk[]>
  /** On the day itself only. */
  nowNext: { now: PlacedCard[]; next: PlacedCard[] } | null
  unscheduled: { talkId: string; title: string; titleLang: string | null; cancelled: boolean; kindWord: string }[]
}

export interface ProgrammeTime {
  timeZone: string
  openingHours: readonly OpeningHours[]
  now: Date
}

/** Null when nothing of the programme has a time, nor is certain. */
export function programmePage(
  published: PublishedProgramme,
  query: ProgrammeQuery,
  { timeZone, openingHours, now }: ProgrammeTime,
  words: CardWords,
): ProgrammePage | null {
  const cards = talkCards(published, timeZone, words)
  const unscheduled = unscheduledTalks(published, words)
  if (cards.length === 0 && unscheduled.length === 0) return null

  const matches = matcher(query)
  const all = cards.map((card) => ({ card, found: matches(card) }))
  const spans = openSpans(openingHours, timeZone).map(({ from, until }) => [minuteOf(from), minuteOf(until)] as const)
  // A thousand talks begin and end at a few hundred times: asking for each costs more than all the rest of the page.
  const times = new Map(cards.map(({ start, end }) => [`${start} ${end}`, { start, end }]))
  const frames = gridDays(spans, times.values(), timeZone)
  const byDay = groupBy(all, ({ card }) => dayOf(frames, card.start)?.day ?? '')
  const today = dayOf(frames, minuteOf(now))?.day ?? wallTimeOfMinute(minuteOf(now), timeZone).day
  const days = frames
    .filter(({ day }) => byDay.has(day))
    .map(({ day }) => ({
      day,
      name: words.format.dayTab(day),
      found: byDay.get(day)?.filter(({ found }) => found).length ?? 0,
      today: day === today,
    }))
  const day = shownDay(days, query, today)
  const here = byDay.get(day.day) ?? []
  const placed = placedCards(here, words)

  return {
    days,
    day,
    groups: groupsOf(placed.cards),
    stages: placed.stages,
    grid: gridFrame(
      placed.cards,
      frames.find((frame) => frame.day === day.day),
      timeZone,
    ),
    all: here.length,
    found: day.found,
    filtered: isFiltered(query),
    choices: choicesOf(cards, words),
    elsewhere: Object.fromEntries(
      days
        .filter((other) => other.day !== day.day)
        .map((other) => [
          other.day,
          (byDay.get(other.day) ?? []).map(
            ({ card }): ElsewhereTalk => [
              card.words,
              card.stageId,
              card.sector?.id ?? NO_SECTOR,
              card.kind,
              card.language?.tag ?? '',
            ],
          ),
        ]),
    ),
    nowNext: day.today ? nowAndNext(placed.cards, minuteOf(now)) : null,
    unscheduled,
  }
}

function matcher(query: ProgrammeQuery): (card: TalkCard) => boolean {
  const wanted = foldForSearch(query.search).split(/\s+/).filter(Boolean)
  return (card) =>
    (query.stageId === null || query.stageId === card.stageId) &&
    (query.sectorId === null || query.sectorId === (card.sector?.id ?? NO_SECTOR)) &&
    (query.kind === null || query.kind === card.kind) &&
    (query.language === null || query.language === card.language?.tag) &&
    wanted.every((word) => card.words.includes(word))
}

const NO_DAY: DayTab = { day: '', name: '', found: 0, today: false }

/** The day asked for; else, of a search, the first with something; else today, the next one to come, or the first. */
function shownDay(days: readonly DayTab[], query: ProgrammeQuery, today: string): DayTab {
  const asked = days.find(({ day }) => day === query.day)
  const found = isFiltered(query) ? days.filter((day) => day.found > 0) : days
  const among = found.length > 0 ? found : days
  return asked ?? among.find(({ day }) => day >= today) ?? among[0] ?? NO_DAY
}

/** Cards with their column and lane; columns have the stages with something to show only. */
function placedCards(here: readonly { card: TalkCard; found: boolean }[], { format }: CardWords) {
  const anything = here.some(({ found }) => found)
  const stages = [...groupBy(here, ({ card }) => card.stageId)]
    .map(([id, rows]) => {
      const shown = rows.filter(({ found }) => found || !anything).map(({ card }) => card)
      return { id, name: rows[0]?.card.stage ?? '', shown }
    })
    .sort(byName(format))
  const places = new Map<string, Pick<PlacedCard, 'column' | 'lane' | 'lanes'>>()
  stages
    .filter(({ shown }) => shown.length > 0)
    .forEach(({ shown }, column) => {
      for (const [slot, place] of lanes(shown)) places.set(slot.ref, { column, ...place })
    })
  const cards = here.map(
    ({ card, found }): PlacedCard => ({
      ...card,
      found,
      ...(places.get(card.ref) ?? { column: -1, lane: 0, lanes: 1 }),
    }),
  )
  const order = (card: PlacedCard) => (card.column === -1 ? stages.length : card.column)
  const heads = stages.map(({ id, name, shown }): StageHead => ({ id, name, shown: shown.length > 0 }))
  return { stages: heads, cards: cards.sort((a, b) => a.start - b.start || order(a) - order(b) || a.lane - b.lane) }
}

const groupsOf = (cards: readonly PlacedCard[]): TimeGroup[] =>
  [...groupBy(cards, ({ start }) => start)].map(([start, group]) => ({
    start,
    from: group[0]?.from ?? '',
    cards: group,
  }))

/** So much height that a talk as short as most of the short ones still shows its title, in px. */
const SHORT_TALK_PX = 54
const SCALE = { least: 1.5, most: 5 }

function gridFrame(cards: readonly PlacedCard[], day: GridDay | undefined, timeZone: string): GridFrame {
  if (!day || cards.length === 0)
    return { from: 0, until: 0, shown: { from: 0, until: 0 }, hours: [], scale: SCALE.least }
  const clock = wallClock(timeZone)
  const spanOf = (those: readonly PlacedCard[]) => {
    const first = Math.min(...those.map(({ start }) => start))
    const from = first - Number(clock(first).time.slice(3))
    return { from, until: Math.max(from, Math.min(day.end, Math.max(...those.map(({ end }) => end)))) }
  }
  const whole = spanOf(cards)
  const found = cards.filter((card) => card.found)
  const lengths = cards.map(({ start, end }) => end - start).sort((a, b) => a - b)
  const short = lengths[Math.floor(lengths.length / 10)] ?? 30
  const hours: GridFrame['hours'] = []
  for (let minute = whole.from; minute <= whole.until; minute += 60) hours.push({ minute, time: clock(minute).time })
  const scale = Math.min(SCALE.most, Math.max(SCALE.least, Math.round((SHORT_TALK_PX / short) * 10) / 10))
  return { ...whole, shown: found.length > 0 ? spanOf(found) : whole, hours, scale }
}

function choicesOf(cards: readonly TalkCard[], { format }: CardWords): ProgrammeChoices {
  const compare = byName(format)
  const unique = <T>(entries: [string, T][]): T[] => [...new Map(entries).values()]
  const kinds = new Set(cards.map(({ kind }) => kind))
  return {
    stages: unique(cards.map(({ stageId, stage }) => [stageId, { id: stageId, name: stage }])).sort(compare),
    sectors: unique(cards.flatMap(({ sector }) => (sector ? [[sector.id, sector] as [string, SectorName]] : []))).sort(
      compare,
    ),
    sectorless: cards.some(({ sector }) => sector === null),
    kinds: TALK_KINDS.filter((kind) => kinds.has(kind)),
    languages: unique(
      cards.flatMap(({ language }) =>
        language
          ? [[language.tag, { tag: language.tag, name: language.name }] as [string, { tag: string; name: string }]]
          : [],
      ),
    ).sort(compare),
  }
}

const unscheduledTalks = ({ release }: PublishedProgramme, { format, t }: CardWords): ProgrammePage['unscheduled'] => {
  const scheduled = new Set(release.programme.slots.map(({ talkId }) => talkId))
  return [...release.programme.talks.values()]
    .filter(({ id }) => !scheduled.has(id))
    .map((talk) => {
      const { text, lang } = localised(talk.title, format.language, format)
      return {
        talkId: talk.id as string,
        title: text,
        titleLang: lang,
        cancelled: talk.state === 'cancelled',
        kindWord: t(`programme:kind.${talk.kind}`),
      }
    })
}
