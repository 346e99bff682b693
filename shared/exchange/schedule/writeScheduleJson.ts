import { cancelledTitle } from './cancelledTitle'
import { JSON_RULES } from './rules'
import { eventsByDay, strictSchedule } from './strictSchedule'
import type { Conference, Reference, Room, Schedule, ScheduleEvent, SchedulePerson } from './types'
import { clockOf, hoursAndMinutes, offsetTime } from './writtenTime'

export const JSON_SCHEMA = 'https://c3voc.de/schedule/schema.json'

/** schedule.json as the official schema has it; indented, since people read it too. */
export function writeScheduleJson(given: Schedule): string {
  return `${JSON.stringify(scheduleJson(given), null, 1)}\n`
}

function scheduleJson(given: Schedule): object {
  const schedule = strictSchedule(given, JSON_RULES)
  const { version, generator, conference, rooms, days, tracks, events, url } = schedule
  const { subtitle, venue, city } = conference
  const eventsOf = eventsByDay({ days, events })
  return {
    $schema: JSON_SCHEMA,
    ...(generator && {
      generator: {
        name: generator.name,
        version: generator.version,
        ...(generator.system === '' ? {} : { url: generator.system }),
      },
    }),
    schedule: {
      version,
      ...told({ url, base_url: conference.baseUrl }),
      conference: {
        acronym: conference.acronym,
        title: conference.title,
        ...told({ description: conference.description }),
        start: conference.start ?? '',
        end: conference.end ?? '',
        daysCount: days.length,
        timeslot_duration: hoursAndMinutes(conference.timeslot ?? 5),
        ...(/^([A-Z][a-z]+\/[A-Z][a-z]+)|UTC$/.test(conference.timeZone)
          ? { time_zone_name: conference.timeZone }
          : {}),
        ...told({ logo: conference.logo, url: conference.url }),
        ...(conference.color && { colors: told(conference.color) }),
        ...(conference.keywords.length > 0 ? { keywords: conference.keywords } : {}),
        ...(subtitle || venue || city ? { meta: told({ subtitle, venue, city }) } : {}),
        tracks: tracks.map(({ name, slug, color }) => ({ name, ...told({ slug, color }) })),
        rooms: rooms.map(roomJson),
        days: days.map((day, index) => ({
          index: index + 1,
          date: day.date,
          day_start: offsetTime(day.start, conference.timeZone),
          day_end: offsetTime(day.end, conference.timeZone),
          rooms: Object.fromEntries(
            rooms.map(({ name }) => [name, eventsOf(day, name).map((event) => eventJson(event, conference))]),
          ),
        })),
      },
    },
  }
}

const ROOM_TYPES = new Set([
  'lecturehall',
  'stage',
  'workshop',
  'outside',
  'online',
  'project',
  'bbb',
  'hangar',
  'other',
])

const roomJson = ({ name, guid, slug, type, capacity, description, url }: Room) => ({
  name,
  guid,
  ...told({
    slug: /^[a-z0-9_-]+[a-z0-9]$/.test(slug ?? '') ? slug : null,
    type: ROOM_TYPES.has(type ?? '') ? type : null,
    description,
    url,
  }),
  ...(capacity === null ? {} : { capacity }),
})

function eventJson(event: ScheduleEvent, { timeZone }: Conference) {
  const start = event.start ?? 0
  const { recording } = event
  return {
    guid: event.guid,
    ...told({ code: event.code }),
    id: event.id,
    ...told({ logo: event.logo }),
    date: offsetTime(start, timeZone),
    start: clockOf(start, timeZone),
    end: offsetTime(start + event.minutes, timeZone),
    duration: hoursAndMinutes(event.minutes),
    room: event.room ?? '',
    slug: event.slug,
    url: event.url,
    title: event.cancelled ? cancelledTitle(event.title) : event.title,
    subtitle: event.subtitle,
    track: event.track,
    type: event.type,
    language: event.language ?? '',
    abstract: event.abstract,
    description: event.description,
    ...(recording && { recording_license: recording.license, do_not_record: recording.optout }),
    ...(event.doNotStream ? { do_not_stream: true } : {}),
    persons: event.persons.map(personJson),
    links: event.links.map(referenceJson),
    attachments: event.attachments.map(referenceJson),
    ...told({ feedback_url: event.feedbackUrl, origin_url: event.originUrl }),
  }
}

/** The shape with a number and `public_name`: a person in both of the schema's shapes at once is in neither. */
const personJson = ({ id, guid, code, name, biography, avatar, url, links }: SchedulePerson) => ({
  id,
  ...told({ guid, code }),
  public_name: name,
  ...told({ biography, avatar, url }),
  ...(links.length > 0 ? { links: links.map(referenceJson) } : {}),
})

const REFERENCE_TYPES = new Set(['slides', 'paper', 'web', 'blog', 'article', 'media', 'related', 'activitypub'])

const referenceJson = ({ url, title, type }: Reference) => ({
  url,
  ...told({ title, type: REFERENCE_TYPES.has(type.toLowerCase()) ? type.toLowerCase() : null }),
})

/** Without what there is nothing to say of. */
const told = (fields: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''),
  )
