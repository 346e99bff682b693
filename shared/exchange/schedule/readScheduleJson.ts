import { assemble } from './assemble'
import { isObject, type JsonObject, listIn, objectIn, stringIn, textIn } from './jsonValues'
import { rawEvent, rawRoom, tellUnknown } from './rawJson'
import { type RawEvent, type RawSchedule, SILENT_CONFERENCE } from './rawSchedule'
import { rawEventsOfHub } from './readHubEvents'
import { remarkBook, type Tell } from './remarkBook'
import type { ReadOptions, ReadSchedule } from './types'

/** schedule.json: the widespread shape (events in rooms in days) and the newer one with a flat list of events. */
export function readScheduleJson(text: string, options: ReadOptions, book = remarkBook()): ReadSchedule {
  const json = parsed(text)
  if (!json.ok) return { ok: false, refusal: { code: 'notJson', params: { problem: json.problem } } }
  const file = isObject(json.value) ? json.value : {}
  const schedule = objectIn(file, 'schedule') ?? file
  const conference = objectIn(schedule, 'conference')
  if (!conference)
    return {
      ok: false,
      refusal: {
        code: 'notSchedule',
        params: { root: Object.keys(file).slice(0, 3).join(', ').slice(0, 100) || '{}' },
      },
    }
  const generator = objectIn(file, 'generator') ?? objectIn(schedule, 'generator')
  const days = listIn(conference, 'days').filter(isObject)
  const raw: RawSchedule = {
    version: stringIn(schedule, 'version') ?? '',
    generator: generator && {
      name: stringIn(generator, 'name') ?? '',
      system: stringIn(generator, 'url') ?? '',
      version: stringIn(generator, 'version') ?? '',
    },
    url: stringIn(schedule, 'url'),
    conference: rawConference(conference, stringIn(schedule, 'base_url')),
    tracks: listIn(conference, 'tracks')
      .filter(isObject)
      .map((track) => ({
        name: textIn(track, 'name'),
        slug: stringIn(track, 'slug'),
        color: stringIn(track, 'color') ?? stringIn(objectIn(track, 'colors') ?? {}, 'light'),
      })),
    rooms: [
      ...[...listIn(conference, 'rooms'), ...listIn(schedule, 'rooms')].filter(isObject).map(rawRoom),
      ...days.flatMap((day) => Object.keys(objectIn(day, 'rooms') ?? {}).map((name) => rawRoom({ name }))),
    ],
    days: days.map((day) => ({
      date: stringIn(day, 'date'),
      start: stringIn(day, 'day_start') ?? stringIn(day, 'start'),
      end: stringIn(day, 'day_end') ?? stringIn(day, 'end'),
    })),
    events: [...days.flatMap((day) => eventsOfDay(day, book.tell)), ...rawEventsOfHub(schedule, conference, book.tell)],
  }
  return assemble(raw, options, book)
}

const eventsOfDay = (day: JsonObject, tell: Tell): RawEvent[] =>
  Object.entries(objectIn(day, 'rooms') ?? {}).flatMap(([room, events]) =>
    (Array.isArray(events) ? events : []).filter(isObject).map((event) => {
      tellUnknown(event, tell)
      return rawEvent(event, room, stringIn(day, 'date'))
    }),
  )

function parsed(text: string): { ok: true; value: unknown } | { ok: false; problem: string } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message.slice(0, 200) : String(error) }
  }
}

function rawConference(conference: JsonObject, baseUrl: string | null): RawSchedule['conference'] {
  const colors = objectIn(conference, 'colors')
  const meta = objectIn(conference, 'meta') ?? {}
  const logo = objectIn(conference, 'logo')
  return {
    ...SILENT_CONFERENCE,
    acronym: textIn(conference, 'acronym'),
    title: textIn(conference, 'title'),
    subtitle: textIn(meta, 'subtitle'),
    description: textIn(conference, 'description'),
    venue: textIn(meta, 'venue'),
    city: textIn(meta, 'city'),
    start: stringIn(conference, 'start'),
    end: stringIn(conference, 'end'),
    timeslot: conference.timeslot_duration ?? null,
    baseUrl: baseUrl ?? stringIn(conference, 'base_url'),
    url: stringIn(conference, 'url'),
    logo: logo ? stringIn(logo, 'url') : stringIn(conference, 'logo'),
    timeZone: stringIn(conference, 'time_zone_name'),
    color: colors && { primary: stringIn(colors, 'primary'), background: stringIn(colors, 'background') },
    keywords: listIn(conference, 'keywords').filter((keyword) => typeof keyword === 'string'),
  }
}
