import { slugOf } from '#shared/fairs/slug'
import { wallTimeOfMinute } from '#shared/programme/time'
import { BARE_ROOM, DAY_CHANGE, inOrder, wholeDay } from './assemble'
import { cleanLine, cleanText } from './cleanText'
import { isUuid } from './fields'
import { scopeOf } from './identity'
import { NO_ADDRESS, type Rules } from './rules'
import { strictEvents } from './strictEvents'
import { webUri } from './strictUri'
import type { Conference, Day, Room, Schedule, ScheduleEvent, ScheduleGenerator, Track } from './types'
import { nameUuid } from './uuid'

const LONGEST_TIMESLOT = 24 * 60
const DEFAULT_TIMESLOT = 5

/**
 * The same schedule in a form that the format's schema takes: what it demands and the schedule lacks is made (numbers, guids,
 * slugs), always the same for the same schedule; what it cannot take is left out. A schedule that fits stays as it is.
 */
export function strictSchedule(schedule: Schedule, rules: Rules): Schedule {
  const conference = strictConference(schedule, rules)
  const rooms = strictRooms(schedule, rules)
  const days = strictDays(schedule, conference)
  const events = inOrder(strictEvents({ ...schedule, conference }, rules), rooms)
  return {
    version: cleanLine(schedule.version) || '1',
    generator: schedule.generator && strictGenerator(schedule.generator, rules),
    url: webUri(schedule.url),
    conference: {
      ...conference,
      start: conference.start ?? days[0]?.date ?? null,
      end: conference.end ?? days.at(-1)?.date ?? null,
    },
    tracks: strictTracks(schedule),
    rooms,
    days,
    events,
  }
}

function strictConference({ conference }: Schedule, rules: Rules): Conference {
  return {
    ...conference,
    title: cleanLine(conference.title),
    acronym: strictAcronym(conference, rules),
    subtitle: cleanLine(conference.subtitle),
    description: cleanText(conference.description),
    venue: cleanLine(conference.venue),
    city: cleanLine(conference.city),
    timeslot: Math.min(conference.timeslot ?? DEFAULT_TIMESLOT, LONGEST_TIMESLOT),
    // Apps refuse a schedule.xml without it.
    baseUrl: webUri(conference.baseUrl) ?? (rules.format === 'xml' ? (webUri(conference.url) ?? NO_ADDRESS) : null),
    url: webUri(conference.url),
    logo: webUri(conference.logo),
  }
}

function strictAcronym({ acronym, title }: Conference, { acronym: pattern }: Rules): string {
  if (pattern.test(acronym)) return acronym
  const word = slugOf(acronym || title)
  const candidates = [word, word.replaceAll('-', '_'), `${word.replaceAll('-', '_')}_fair`]
  return candidates.find((candidate) => pattern.test(candidate)) ?? 'fair'
}

const strictGenerator = ({ name, system, version }: ScheduleGenerator, { format }: Rules): ScheduleGenerator => ({
  name: cleanLine(name),
  system: format === 'xml' ? cleanLine(system) : (webUri(system) ?? ''),
  version: cleanLine(version),
})

/** Those listed, and those that only events name. schedule.json lists none without a guid. */
function strictRooms({ rooms, events, conference }: Schedule, { format }: Rules): Room[] {
  const all = new Map(rooms.map((room) => [cleanLine(room.name), room]))
  for (const { room } of events)
    if (room !== null && !all.has(cleanLine(room))) all.set(cleanLine(room), { ...BARE_ROOM, name: room })
  const made = (name: string) => (format === 'json' ? nameUuid(`schedule:${scopeOf(conference)}:room:${name}`) : null)
  return [...all].map(([name, room]) => ({
    ...room,
    name,
    guid: isUuid(room.guid) ? room.guid : made(name),
    description: cleanText(room.description),
    url: webUri(room.url),
  }))
}

/** Slugs of letters a to z, at least two signs, that start with one. */
function strictTracks({ tracks, events }: Schedule): Track[] {
  const all = new Map(tracks.map((track) => [cleanLine(track.name), track]))
  for (const { track } of events) {
    const name = cleanLine(track)
    if (name !== '' && !all.has(name)) all.set(name, { name, slug: null, color: null })
  }
  return [...all].map(([name, { slug, color }]) => ({
    name,
    slug: /^[a-z][a-z0-9-]*[a-z0-9]$/.test(slug ?? '') ? slug : null,
    color,
  }))
}

/** Every event has its day: where there is none for it, one is made. */
function strictDays({ days, events }: Schedule, { timeZone, start: first }: Conference): Day[] {
  const all = new Map(days.map((day) => [day.date, day]))
  for (const { start } of events) {
    if (start === null || days.some((day) => day.start <= start && start < day.end)) continue
    const { day: date } = wallTimeOfMinute(start - DAY_CHANGE, timeZone)
    if (!all.has(date)) all.set(date, wholeDay(date, timeZone))
  }
  if (all.size === 0) return [wholeDay(first ?? '1970-01-01', timeZone)]
  return [...all.values()].sort((a, b) => a.start - b.start)
}

/** Events by the day and room that they stand under in a file. */
export function eventsByDay({
  days,
  events,
}: Pick<Schedule, 'days' | 'events'>): (day: Day, room: string) => ScheduleEvent[] {
  const found = new Map<Day | undefined, Map<string | null, ScheduleEvent[]>>()
  for (const event of events) {
    const day = dayOf(days, event.start ?? 0)
    const rooms = found.get(day) ?? new Map<string | null, ScheduleEvent[]>()
    found.set(day, rooms)
    const list = rooms.get(event.room) ?? []
    rooms.set(event.room, list)
    list.push(event)
  }
  return (day, room) => found.get(day)?.get(room) ?? []
}

/** The day that a moment belongs to: the one that holds it, else the nearest one by its start. */
const dayOf = (days: readonly Day[], start: number): Day | undefined =>
  days.find((day) => day.start <= start && start < day.end) ??
  [...days].sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0]
