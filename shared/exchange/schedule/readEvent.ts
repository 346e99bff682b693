import { MAX_SLOT_MINUTES } from '#shared/document/schedule'
import { cancelledTitle, withoutCancelledWord } from './cancelledTitle'
import { cleanLine, cleanText } from './cleanText'
import {
  addressOf,
  clockMinutes,
  dayText,
  durationMinutes,
  instantMinute,
  languageTag,
  nextDay,
  wholeNumber,
} from './fields'
import type { RawEvent, RawPerson, RawReference } from './rawSchedule'
import type { Tell } from './remarkBook'
import type { Reference, ScheduleEvent, SchedulePerson } from './types'

export interface EventContext {
  timeZone: string
  /** Minutes after midnight before which a time without a date belongs to the night before. */
  dayChange: number
  baseUrl: string | null
  tell: Tell
}

/** What talks without a duration take until somebody says otherwise. */
const GUESSED_MINUTES = 30
export const MAX_NAME = 200
const MAX_LINE = 300
const MAX_IDENTITY = 200
const MAX_TEXT = 100_000
const MAX_PERSONS = 200
const MAX_LINKS = 200

/** An event as it will be known, or null where there is nothing to know it by. */
export function readEvent(raw: RawEvent, context: EventContext): ScheduleEvent | null {
  const { tell, baseUrl } = context
  const written = cleanLine(raw.title)
  if (written === '') {
    tell('eventWithoutTitle', identifier(raw.guid) ?? (raw.id === null ? undefined : String(raw.id)))
    return null
  }
  const { title, cancelled } = withoutCancelledWord(written)
  if (cancelled && !raw.cancelled && written !== cancelledTitle(title)) tell('cancelledByTitle', title)
  const cut = (text: string, max: number) => {
    if (text.length <= max) return text
    tell('textCut', title)
    return text.slice(0, max).toWellFormed().trim()
  }
  const id = readNumber(raw.id, tell)
  const start = startOf(raw, context)
  if (start === null && (raw.date || raw.start)) tell('timeUnreadable', title)
  const address = (text: string | null) => webAddress(text, baseUrl, tell)
  const language = languageTag(raw.language)
  if (language === null && cleanLine(raw.language ?? '') !== '') tell('languageUnknown', cleanLine(raw.language ?? ''))
  return {
    id,
    guid: identifier(raw.guid),
    code: identifier(raw.code),
    slug: identifier(raw.slug),
    url: address(raw.url),
    room: cut(cleanLine(raw.room ?? ''), MAX_NAME) || null,
    start,
    minutes: minutesOf(raw, start, title, context),
    title: cut(title, MAX_LINE),
    subtitle: cut(cleanLine(raw.subtitle), MAX_TEXT),
    abstract: cut(cleanText(raw.abstract), MAX_TEXT),
    description: cut(cleanText(raw.description), MAX_TEXT),
    type: cut(cleanLine(raw.type), MAX_NAME),
    track: cut(cleanLine(raw.track), MAX_NAME),
    language,
    cancelled: raw.cancelled || cancelled,
    persons: raw.persons
      .slice(0, MAX_PERSONS)
      .map((person) => readPerson(person, title, context))
      .filter((person) => person !== null),
    links: readReferences(raw.links, context),
    attachments: readReferences(raw.attachments, context),
    logo: address(raw.logo),
    recording: raw.recording && {
      license: cleanLine(raw.recording.license),
      optout: raw.recording.optout,
      url: address(raw.recording.url),
      link: address(raw.recording.link),
    },
    doNotStream: raw.doNotStream,
    feedbackUrl: address(raw.feedbackUrl),
    originUrl: address(raw.originUrl),
    videoUrl: address(raw.videoUrl),
  }
}

/** Date and time if there is one; else the time of the day that it stands under, after midnight for those of the night. */
function startOf({ date, start, day }: RawEvent, { timeZone, dayChange, tell }: EventContext): number | null {
  const known = instantMinute(date, timeZone) ?? instantMinute(start, timeZone)
  if (known !== null) return known
  const minutes = clockMinutes(start)
  const under = dayText(date) ?? dayText(day)
  if (minutes === null || under === null) return null
  tell('dateFromDay')
  const night = dayText(date) === null && minutes < dayChange
  return instantMinute(`${night ? nextDay(under) : under}T${clock(minutes)}`, timeZone)
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function minutesOf(raw: RawEvent, start: number | null, title: string, { timeZone, tell }: EventContext): number {
  const given = durationMinutes(raw.duration) ?? untilEnd(raw, start, timeZone)
  if (given === null || given < 1) {
    tell('noDuration', title, { minutes: GUESSED_MINUTES })
    return GUESSED_MINUTES
  }
  if (given > MAX_SLOT_MINUTES) tell('durationTooLong', title, { hours: MAX_SLOT_MINUTES / 60 })
  return Math.min(given, MAX_SLOT_MINUTES)
}

function untilEnd({ start: from, end }: RawEvent, start: number | null, timeZone: string): number | null {
  const until = instantMinute(end, timeZone)
  if (until !== null && start !== null) return until - start
  const [a, b] = [clockMinutes(from), clockMinutes(end)]
  return a === null || b === null || a === b ? null : (b - a + 1440) % 1440
}

function readPerson(raw: RawPerson, title: string, { baseUrl, tell }: EventContext): SchedulePerson | null {
  const name = cleanLine(raw.name).slice(0, MAX_NAME).toWellFormed()
  if (name === '') {
    tell('personWithoutName', title)
    return null
  }
  return {
    id: readNumber(raw.id, tell),
    guid: identifier(raw.guid),
    code: identifier(raw.code),
    name,
    biography: cleanText(raw.biography).slice(0, MAX_TEXT).toWellFormed(),
    avatar: webAddress(raw.avatar, baseUrl, tell),
    url: webAddress(raw.url, baseUrl, tell),
    links: readReferences(raw.links, { baseUrl, tell }),
  }
}

function readNumber(given: unknown, tell: Tell): number | null {
  const id = wholeNumber(given)
  if (id === null && given !== null && String(given).trim() !== '') tell('idNotNumber', String(given))
  return id
}

function readReferences(
  raw: readonly RawReference[],
  { baseUrl, tell }: Pick<EventContext, 'baseUrl' | 'tell'>,
): Reference[] {
  const references: Reference[] = []
  for (const { url: text, title, type, service } of raw.slice(0, MAX_LINKS)) {
    const address = addressOf(text, baseUrl)
    if (address.ok) {
      references.push({
        url: address.url,
        title: cleanLine(title).slice(0, MAX_LINE).toWellFormed(),
        type: cleanLine(type).slice(0, MAX_NAME).toWellFormed(),
        service: cleanLine(service).slice(0, MAX_NAME).toWellFormed(),
      })
    } else if (address.why !== 'empty') tell(address.why === 'unsafe' ? 'linkUnsafe' : 'urlUnreadable', text ?? '')
  }
  return references
}

/** An address on the web; what is no such thing is left out, with a word unless the file was silent. */
export function webAddress(text: string | null, baseUrl: string | null, tell: Tell): string | null {
  const address = addressOf(text, baseUrl)
  if (address.ok && /^https?:/i.test(address.url)) return address.url
  if (address.ok || address.why === 'unsafe') tell('linkUnsafe', text ?? '')
  else if (address.why === 'unreadable') tell('urlUnreadable', text ?? '')
  return null
}

export const identifier = (text: string | null): string | null =>
  cleanLine(text ?? '')
    .slice(0, MAX_IDENTITY)
    .toWellFormed() || null
