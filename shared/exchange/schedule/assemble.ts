import { isTimeZone } from '#shared/fairs/timeZone'
import { minuteOfWallTime, wallTimeOfMinute } from '#shared/programme/time'
import { cleanLine, cleanText } from './cleanText'
import { clockMinutes, colorText, dayText, durationMinutes, instantMinute, nextDay } from './fields'
import { joinParts } from './longEvents'
import type { RawConference, RawDay, RawRoom, RawSchedule } from './rawSchedule'
import { identifier, MAX_NAME, readEvent, webAddress } from './readEvent'
import { remarkBook, type Tell } from './remarkBook'
import type { Conference, Day, ReadOptions, ReadSchedule, Room, ScheduleEvent } from './types'

/** More than any fair that this house can show. */
const MAX_EVENTS = 5000
const MAX_ROOMS = 1000
/** Days of a programme last until then; talks after midnight belong to the evening before. */
export const DAY_CHANGE = 4 * 60
const MINUTES_PER_DAY = 1440

/** Looks at every field once: what cannot be understood is told and left out, the rest stays. */
export function assemble(raw: RawSchedule, options: ReadOptions, book = remarkBook()): ReadSchedule {
  const { tell } = book
  const conference = readConference(raw.conference, options, tell)
  const { timeZone, baseUrl } = conference
  const dayChange = clockMinutes(raw.conference.dayChange) ?? 0
  const context = { timeZone, dayChange, baseUrl, tell }
  if (raw.events.length > MAX_EVENTS) tell('tooManyEvents', undefined, { max: MAX_EVENTS })
  const read = raw.events
    .slice(0, MAX_EVENTS)
    .map((event) => readEvent(event, context))
    .filter((event) => event !== null)
  if (read.length === 0) return { ok: false, refusal: { code: 'noEvents', params: {} } }
  const events = joinParts(read)
  const rooms = readRooms(raw.rooms, events, baseUrl, tell)
  return {
    ok: true,
    schedule: {
      version: cleanLine(raw.version),
      generator: raw.generator && {
        name: cleanLine(raw.generator.name),
        system: cleanLine(raw.generator.system),
        version: cleanLine(raw.generator.version),
      },
      url: webAddress(raw.url, null, tell),
      conference,
      tracks: readTracks(raw, events),
      rooms,
      days: readDays(raw.days, events, timeZone, dayChange),
      events: inOrder(events, rooms),
    },
    remarks: book.remarks(),
  }
}

function readConference(raw: RawConference, options: ReadOptions, tell: Tell): Conference {
  const base = webAddress(raw.baseUrl, null, tell)
  const day = (text: string | null) => {
    const date = dayText(text)
    if (date === null && cleanLine(text ?? '') !== '') tell('dateUnreadable', text ?? '')
    return date
  }
  const primary = colorText(raw.color?.primary ?? null)
  return {
    acronym: cleanLine(raw.acronym),
    title: cleanLine(raw.title),
    subtitle: cleanLine(raw.subtitle),
    description: cleanText(raw.description),
    venue: cleanLine(raw.venue),
    city: cleanLine(raw.city),
    start: day(raw.start),
    end: day(raw.end),
    timeslot: durationMinutes(raw.timeslot) || null,
    baseUrl: base,
    url: webAddress(raw.url, base, tell),
    logo: webAddress(raw.logo, base, tell),
    timeZone: readTimeZone(raw.timeZone, options, tell),
    color: primary === null ? null : { primary, background: colorText(raw.color?.background ?? null) },
    keywords: raw.keywords.map(cleanLine).filter((keyword) => keyword !== ''),
  }
}

function readTimeZone(text: string | null, { timeZone }: ReadOptions, tell: Tell): string {
  const name = cleanLine(text ?? '')
  if (name !== '' && isTimeZone(name)) return name
  if (name === '') tell('noTimeZone', undefined, { zone: timeZone })
  else tell('unknownTimeZone', name, { zone: timeZone })
  return timeZone
}

/** Each once, by name; those that only talks name come after. A guid that two rooms share stays with the first. */
function readRooms(
  raw: readonly RawRoom[],
  events: readonly ScheduleEvent[],
  baseUrl: string | null,
  tell: Tell,
): Room[] {
  const rooms = new Map<string, Room>()
  const guids = new Map<string, string>()
  for (const { name: written, ...room } of raw) {
    const name = cleanLine(written).slice(0, MAX_NAME).toWellFormed()
    if (name === '' || rooms.size >= MAX_ROOMS) continue
    const guid = identifier(room.guid)
    const owner = guid === null ? undefined : guids.get(guid)
    if (owner !== undefined && owner !== name) tell('roomGuidTwice', name)
    if (guid !== null && owner === undefined) guids.set(guid, name)
    const known = rooms.get(name)
    const capacity = typeof room.capacity === 'string' ? Number(room.capacity || Number.NaN) : room.capacity
    rooms.set(name, {
      name,
      guid: known?.guid ?? (owner === undefined || owner === name ? guid : null),
      slug: known?.slug ?? identifier(room.slug),
      capacity: known?.capacity ?? (Number.isInteger(capacity) && Number(capacity) > 0 ? Number(capacity) : null),
      description: known?.description || cleanText(room.description),
      url: known?.url ?? webAddress(room.url, baseUrl, tell),
      type: known?.type ?? identifier(room.type),
    })
  }
  for (const { room: name } of events) if (name !== null && !rooms.has(name)) rooms.set(name, { ...BARE_ROOM, name })
  return [...rooms.values()]
}

/** What a room is that nothing but its name is known of. */
export const BARE_ROOM: Omit<Room, 'name'> = {
  guid: null,
  slug: null,
  capacity: null,
  description: '',
  url: null,
  type: null,
}

function readTracks({ tracks: raw }: RawSchedule, events: readonly ScheduleEvent[]) {
  const tracks = new Map<string, { name: string; slug: string | null; color: string | null }>()
  for (const { name: written, slug, color } of raw) {
    const name = cleanLine(written).slice(0, MAX_NAME).toWellFormed()
    if (name !== '' && !tracks.has(name)) tracks.set(name, { name, slug: identifier(slug), color: colorText(color) })
  }
  for (const { track: name } of events)
    if (name !== '' && !tracks.has(name)) tracks.set(name, { name, slug: null, color: null })
  return [...tracks.values()]
}

/** As the file has them, one a date; with none in it, those on which there are talks. */
function readDays(
  raw: readonly RawDay[],
  events: readonly ScheduleEvent[],
  timeZone: string,
  dayChange: number,
): Day[] {
  const days = new Map<string, Day>()
  for (const { date: text, start, end } of raw) {
    const from = instantMinute(start, timeZone)
    const date = dayText(text) ?? (from === null ? null : wallTimeOfMinute(from, timeZone).day)
    if (date === null || days.has(date)) continue
    const whole = wholeDay(date, timeZone, dayChange)
    const first = from ?? whole.start
    days.set(date, { date, start: first, end: Math.max(instantMinute(end, timeZone) ?? whole.end, first) })
  }
  if (days.size === 0)
    for (const { start } of events)
      if (start !== null) {
        const { day: date } = wallTimeOfMinute(start - DAY_CHANGE, timeZone)
        days.set(date, wholeDay(date, timeZone))
      }
  return [...days.values()].sort((a, b) => a.start - b.start)
}

/** A day of the programme: from one change of day to the next. */
export function wholeDay(date: string, timeZone: string, dayChange = DAY_CHANGE): Day {
  const clock = `${String(Math.floor(dayChange / 60)).padStart(2, '0')}:${String(dayChange % 60).padStart(2, '0')}`
  const start = minuteOfWallTime({ day: date, time: clock }, timeZone)
  const end = minuteOfWallTime({ day: nextDay(date), time: clock }, timeZone)
  return { date, start, end: Math.max(end, start + MINUTES_PER_DAY / 2) }
}

/** By start, then by room as they are listed, then by number; those without a time last. */
export function inOrder(events: readonly ScheduleEvent[], rooms: readonly Room[]): ScheduleEvent[] {
  const place = new Map(rooms.map(({ name }, index) => [name, index]))
  const placeOf = ({ room }: ScheduleEvent) => (room === null ? -1 : (place.get(room) ?? -1))
  return [...events].sort(
    (a, b) =>
      (a.start ?? Number.POSITIVE_INFINITY) - (b.start ?? Number.POSITIVE_INFINITY) ||
      placeOf(a) - placeOf(b) ||
      (a.id ?? 0) - (b.id ?? 0) ||
      compare(a.guid ?? '', b.guid ?? '') ||
      compare(a.title, b.title),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
