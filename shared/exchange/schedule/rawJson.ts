import { isObject, type JsonObject, listIn, objectIn, stringIn, textIn } from './jsonValues'
import { type RawEvent, type RawReference, type RawRoom, SILENT_EVENT } from './rawSchedule'
import type { Tell } from './remarkBook'

export const rawRoom = (room: JsonObject): RawRoom => ({
  name: textIn(room, 'name'),
  guid: stringIn(room, 'guid'),
  slug: stringIn(room, 'slug'),
  capacity: room.capacity ?? null,
  description: textIn(room, 'description'),
  url: stringIn(room, 'url'),
  // The newer shape shouts: LECTURE_HALL.
  type: stringIn(room, 'type')?.toLowerCase().replaceAll('_', '') ?? null,
})

/** Fields of an event that mean something here; others are told, and left out. */
const EVENT_FIELDS = new Set(
  'guid code id logo date start end duration room slug url title subtitle track type language abstract description recording_license do_not_record do_not_stream persons links feedback_url origin_url attachments video_download_url'.split(
    ' ',
  ),
)

const isSilent = (value: unknown): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)

export function tellUnknown(event: JsonObject, tell: Tell): void {
  for (const [field, value] of Object.entries(event)) {
    if (!EVENT_FIELDS.has(field) && !isSilent(value)) tell('fieldUnknown', field)
  }
}

export function rawEvent(event: JsonObject, room: string, day: string | null): RawEvent {
  const license = stringIn(event, 'recording_license')
  const optout = event.do_not_record
  return {
    ...SILENT_EVENT,
    id: event.id ?? null,
    guid: stringIn(event, 'guid'),
    code: stringIn(event, 'code'),
    slug: stringIn(event, 'slug'),
    url: stringIn(event, 'url'),
    room: room || stringIn(event, 'room'),
    day,
    date: stringIn(event, 'date'),
    start: stringIn(event, 'start'),
    end: stringIn(event, 'end'),
    duration: event.duration ?? null,
    title: textIn(event, 'title'),
    subtitle: textIn(event, 'subtitle'),
    abstract: textIn(event, 'abstract'),
    description: textIn(event, 'description'),
    type: textIn(event, 'type'),
    track: textIn(event, 'track'),
    language: stringIn(event, 'language'),
    persons: listIn(event, 'persons').filter(isObject).map(rawPerson),
    links: listIn(event, 'links').map(rawReference),
    attachments: listIn(event, 'attachments').map(rawReference),
    logo: stringIn(event, 'logo'),
    recording:
      typeof optout === 'boolean' || license
        ? { license: license ?? '', optout: optout === true, url: null, link: null }
        : null,
    doNotStream: event.do_not_stream === true || event.do_not_stream === 'true',
    feedbackUrl: stringIn(event, 'feedback_url'),
    originUrl: stringIn(event, 'origin_url'),
    videoUrl: stringIn(event, 'video_download_url'),
  }
}

export const rawPerson = (person: JsonObject): RawEvent['persons'][number] => ({
  id: person.id ?? null,
  guid: stringIn(person, 'guid'),
  code: stringIn(person, 'code'),
  name: textIn(person, 'public_name') || textIn(person, 'full_public_name') || textIn(person, 'name'),
  biography: textIn(person, 'biography'),
  avatar: stringIn(person, 'avatar') ?? stringIn(objectIn(person, 'avatar') ?? {}, 'url'),
  url: stringIn(person, 'url'),
  links: listIn(person, 'links').map(rawReference),
})

/** `{ url, title }`, or a bare address. */
export const rawReference = (value: unknown): RawReference =>
  isObject(value)
    ? {
        url: stringIn(value, 'url'),
        title: textIn(value, 'title'),
        type: textIn(value, 'type').toLowerCase(),
        service: textIn(value, 'service'),
      }
    : { url: typeof value === 'string' ? value : null, title: '', type: '', service: '' }
