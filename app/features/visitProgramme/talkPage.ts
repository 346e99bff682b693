import type { PublishedFair, VisitedFair } from '#server/services/visit/visitFair'
import type { PublishedProgramme } from '#server/services/visit/visitProgramme'
import type { Talk } from '#shared/document/records'
import type { TalkKind } from '#shared/document/talkRecord'
import type { Language } from '#shared/kernel/language'
import { paragraphsOf } from '#shared/programme/queries/plainText'
import { relatedTalks } from '#shared/programme/queries/relatedTalks'
import { slotRef, slotsOf } from '#shared/programme/slots'
import { instantOfMinute, minuteOf } from '#shared/programme/time'
import { languageName } from '~/features/visit/languageName'
import { type MiniMapHall, miniMaps } from '~/features/visit/miniMaps'
import { type SectorName, sectorName } from '~/features/visit/planPage'
import { wallClock } from '~/lib/programmeView/wallClock'
import { type CardWords, localised } from './talkCards'
import { type TalkLine, talkLines } from './talkLines'

export interface TalkTime {
  ref: string
  /** Friday 12 March 2027 */
  day: string
  from: string
  until: string
  /** ISO, for `<time>` and for machines. */
  starts: string
  ends: string
  minutes: number
  stageId: string
  stage: string
  hall: string
  state: 'coming' | 'on' | 'over'
}

export interface TalkSpeaker {
  id: string
  name: string
  exhibitor: { id: string; name: string; numbers: string } | null
}

/** What a visitor can hear or see by; the rest of what a talk needs is the organisers' work. */
const COMFORTS = ['interpreter', 'hearingLoop', 'livestream'] as const
export type Comfort = (typeof COMFORTS)[number]

export interface TalkPage {
  id: string
  title: string
  titleLang: Language | null
  kind: TalkKind
  cancelled: boolean
  abstract: { paragraphs: string[]; lang: Language | null; languageName: string } | null
  speakers: TalkSpeaker[]
  times: TalkTime[]
  sector: SectorName | null
  language: { tag: string; name: string } | null
  seats: number | null
  comforts: Comfort[]
  maps: MiniMapHall[]
  /** The talk that it continues, and those that continue it. */
  before: TalkLine[]
  after: TalkLine[]
  related: TalkLine[]
}

type Published = PublishedFair & PublishedProgramme

/** A talk of the release; null when there is none of that id. */
export function talkPage(
  published: Published,
  talkId: string,
  { timeZone }: Pick<VisitedFair, 'timeZone'>,
  now: Date,
  words: CardWords,
): TalkPage | null {
  const { format } = words
  const { plan, programme } = published.release
  const talk = [...programme.talks.values()].find(({ id }) => id === talkId)
  if (!talk) return null
  const { text: title, lang: titleLang } = localised(talk.title, format.language, format)
  const sector = talk.sectorId === null ? undefined : plan.sectors.get(talk.sectorId)
  const times = timesOf(published, talk, timeZone, now, words)
  const lines = (wanted: (other: Talk) => boolean) => firstTimes(talkLines(published, timeZone, words, wanted))
  const near = new Set(relatedTalks(programme, talk.id, 6).map(({ id }) => id))
  const isSequel = (other: Talk) => other.prerequisiteId === talk.id || other.id === talk.prerequisiteId
  return {
    id: talk.id,
    title,
    titleLang,
    kind: talk.kind,
    cancelled: talk.state === 'cancelled',
    abstract: abstractOf(talk, words),
    speakers: speakersOf(published, talk),
    times,
    sector: sector ? sectorName(sector, format) : null,
    language: talk.language
      ? { tag: talk.language, name: languageName(talk.language, format.language) ?? talk.language }
      : null,
    seats: talk.seats,
    comforts: COMFORTS.filter((comfort) => offers(published, talk, comfort)),
    maps: miniMaps(published, [], [...new Set(times.map(({ stageId }) => stageId))]),
    before: lines((other) => other.id === talk.prerequisiteId),
    after: lines((other) => other.prerequisiteId === talk.id),
    related: lines((other) => near.has(other.id) && !isSequel(other)).slice(0, 4),
  }
}

/** A repeated talk once: it is the same one. */
const firstTimes = (lines: readonly TalkLine[]): TalkLine[] =>
  [...new Map(lines.toReversed().map((line) => [line.talkId, line])).values()].reverse()

function abstractOf(talk: Talk, { format }: CardWords): TalkPage['abstract'] {
  if (!talk.abstract) return null
  const { text, lang } = localised(talk.abstract, format.language, format)
  const paragraphs = paragraphsOf(text)
  if (paragraphs.length === 0) return null
  return { paragraphs, lang, languageName: lang === null ? '' : (languageName(lang, format.language) ?? lang) }
}

function timesOf({ release }: Published, talk: Talk, timeZone: string, now: Date, { format }: CardWords): TalkTime[] {
  const clock = wallClock(timeZone)
  const minute = minuteOf(now)
  return slotsOf(talk)
    .sort((a, b) => a.start - b.start)
    .flatMap(({ key, stageId, start, end }) => {
      const stage = release.plan.stages.get(stageId)
      const hall = stage && release.plan.halls.get(stage.hallId)
      if (!stage || !hall) return []
      return {
        ref: slotRef(talk.id, key),
        day: format.day(clock(start).day),
        from: clock(start).time,
        until: clock(end).time,
        starts: instantOfMinute(start).toISOString(),
        ends: instantOfMinute(end).toISOString(),
        minutes: end - start,
        stageId,
        stage: format.text(stage.name),
        hall: format.text(hall.name),
        state: end <= minute ? 'over' : start <= minute ? 'on' : 'coming',
      } satisfies TalkTime
    })
}

function speakersOf({ speakers, exhibitors, release }: Published, talk: Talk): TalkSpeaker[] {
  return talk.speakerIds.flatMap((id): TalkSpeaker[] => {
    const speaker = speakers.get(id)
    if (!speaker) return []
    const exhibitor = exhibitors.find((one) => one.id === speaker.exhibitorId)
    return [
      {
        id,
        name: speaker.name,
        exhibitor: exhibitor
          ? {
              id: exhibitor.id,
              name: exhibitor.name,
              numbers: exhibitor.boothIds.flatMap((booth) => release.booths.get(booth)?.number ?? []).join(', '),
            }
          : null,
      },
    ]
  })
}

/** A talk that asks for an interpreter has one; a hearing loop belongs to the stage. */
function offers({ release }: Published, talk: Talk, comfort: Comfort): boolean {
  if (talk.needs.includes(comfort)) return true
  if (comfort !== 'hearingLoop') return false
  const slots = slotsOf(talk)
  return (
    slots.length > 0 &&
    slots.every(({ stageId }) => release.plan.stages.get(stageId)?.equipment?.includes(comfort) ?? false)
  )
}
