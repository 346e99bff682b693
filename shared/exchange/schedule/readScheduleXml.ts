import { assemble } from './assemble'
import {
  type RawDay,
  type RawEvent,
  type RawReference,
  type RawRoom,
  type RawSchedule,
  SILENT_CONFERENCE,
  SILENT_EVENT,
} from './rawSchedule'
import { remarkBook, type Tell } from './remarkBook'
import type { ReadOptions, ReadSchedule } from './types'
import { childOf, childrenOf, readXml, type XmlElement } from './xmlTree'

/** schedule.xml of any age: with events in rooms, or straight under their day as pentabarf wrote them. */
export function readScheduleXml(text: string, options: ReadOptions, book = remarkBook()): ReadSchedule {
  const xml = readXml(text)
  if (!xml.ok) return xml
  const { root } = xml
  if (root.name !== 'schedule')
    return { ok: false, refusal: { code: 'notSchedule', params: { root: root.name.slice(0, 100) } } }
  return assemble(rawSchedule(root, book.tell), options, book)
}

function rawSchedule(root: XmlElement, tell: Tell): RawSchedule {
  const conference = childOf(root, 'conference')
  const generator = childOf(root, 'generator')
  const days = childrenOf(root, 'day')
  const trackLists = [conference, childOf(root, 'tracks')].filter((list) => list !== undefined)
  return {
    version: textIn(root, 'version') || (conference ? textIn(conference, 'release') : ''),
    generator: generator
      ? {
          name: attribute(generator, 'name') ?? '',
          system: attribute(generator, 'system') ?? '',
          version: attribute(generator, 'version') ?? '',
        }
      : null,
    url: optional(root, 'url'),
    conference: conference ? rawConference(conference) : SILENT_CONFERENCE,
    tracks: trackLists
      .flatMap((list) => childrenOf(list, 'track'))
      .map((track) => ({
        name: attribute(track, 'name') ?? track.text,
        slug: attribute(track, 'slug'),
        color: attribute(track, 'color'),
      })),
    rooms: days.flatMap((day) => childrenOf(day, 'room').map(rawRoom)),
    days: days.map(rawDay),
    events: days.flatMap((day) => {
      const date = attribute(day, 'date')
      return [
        ...childrenOf(day, 'room').flatMap((room) =>
          childrenOf(room, 'event').map((event) => rawEvent(event, date, attribute(room, 'name'), tell)),
        ),
        ...childrenOf(day, 'event').map((event) => rawEvent(event, date, null, tell)),
      ]
    }),
  }
}

function rawConference(element: XmlElement): RawSchedule['conference'] {
  const color = childOf(element, 'color')
  return {
    ...SILENT_CONFERENCE,
    acronym: textIn(element, 'acronym'),
    title: textIn(element, 'title'),
    subtitle: textIn(element, 'subtitle'),
    description: textIn(element, 'description'),
    venue: textIn(element, 'venue'),
    city: textIn(element, 'city'),
    start: optional(element, 'start'),
    end: optional(element, 'end'),
    timeslot: optional(element, 'timeslot_duration'),
    baseUrl: optional(element, 'base_url'),
    url: optional(element, 'url'),
    logo: optional(element, 'logo'),
    timeZone: optional(element, 'time_zone_name'),
    dayChange: optional(element, 'day_change'),
    color: color ? { primary: attribute(color, 'primary'), background: attribute(color, 'background') } : null,
  }
}

const rawDay = (element: XmlElement): RawDay => ({
  date: attribute(element, 'date'),
  start: attribute(element, 'start'),
  end: attribute(element, 'end'),
})

const rawRoom = (element: XmlElement): RawRoom => ({
  name: attribute(element, 'name') ?? '',
  guid: attribute(element, 'guid'),
  slug: attribute(element, 'slug'),
  capacity: attribute(element, 'capacity'),
  description: '',
  url: null,
  type: null,
})

/** Elements of an event that mean something here; others are told, and left out. */
const EVENT_ELEMENTS = new Set(
  'room title subtitle type date start end duration abstract slug track logo persons language description recording links attachments video_download_url url feedback_url origin_url status'.split(
    ' ',
  ),
)

function rawEvent(element: XmlElement, day: string | null, roomName: string | null, tell: Tell): RawEvent {
  for (const { name, text, children } of element.children)
    if (!EVENT_ELEMENTS.has(name) && (text.trim() !== '' || children.length > 0)) tell('fieldUnknown', name)
  const recording = childOf(element, 'recording')
  return {
    ...SILENT_EVENT,
    id: attribute(element, 'id'),
    guid: attribute(element, 'guid'),
    code: attribute(element, 'code'),
    slug: optional(element, 'slug'),
    url: optional(element, 'url'),
    room: roomName || optional(element, 'room'),
    day,
    date: optional(element, 'date'),
    start: optional(element, 'start'),
    end: optional(element, 'end'),
    duration: optional(element, 'duration'),
    title: textIn(element, 'title'),
    subtitle: textIn(element, 'subtitle'),
    abstract: textIn(element, 'abstract'),
    description: textIn(element, 'description'),
    type: textIn(element, 'type'),
    track: textIn(element, 'track'),
    language: optional(element, 'language'),
    cancelled: /^cancell?ed$/i.test(textIn(element, 'status').trim()),
    persons: listOf(element, 'persons', 'person').map((person) => ({
      id: attribute(person, 'id'),
      guid: attribute(person, 'guid'),
      code: attribute(person, 'code'),
      name: person.text.trim() || textIn(person, 'name') || textIn(person, 'public_name'),
      biography: textIn(person, 'biography'),
      avatar: optional(person, 'avatar'),
      url: attribute(person, 'url') ?? optional(person, 'url'),
      links: listOf(person, 'links', 'link').map(rawReference),
    })),
    links: listOf(element, 'links', 'link').map(rawReference),
    attachments: listOf(element, 'attachments', 'attachment').map(rawReference),
    logo: optional(element, 'logo'),
    recording: recording
      ? {
          license: textIn(recording, 'license'),
          optout: /^(?:true|1)$/i.test(textIn(recording, 'optout').trim()),
          url: optional(recording, 'url'),
          link: optional(recording, 'link'),
        }
      : null,
    doNotStream: false,
    feedbackUrl: optional(element, 'feedback_url'),
    originUrl: optional(element, 'origin_url'),
    videoUrl: optional(element, 'video_download_url'),
  }
}

const rawReference = (element: XmlElement): RawReference => ({
  url: attribute(element, 'href') ?? element.text,
  title: attribute(element, 'href') === null ? '' : element.text,
  type: attribute(element, 'type') ?? '',
  service: attribute(element, 'service') ?? '',
})

const listOf = (element: XmlElement, list: string, name: string): XmlElement[] => {
  const found = childOf(element, list)
  return found ? childrenOf(found, name) : []
}

const attribute = (element: XmlElement, name: string): string | null => element.attributes.get(name) ?? null
const textIn = (element: XmlElement, name: string): string => childOf(element, name)?.text ?? ''
const optional = (element: XmlElement, name: string): string | null => childOf(element, name)?.text ?? null
