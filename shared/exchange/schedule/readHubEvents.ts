import { isObject, type JsonObject, languagesIn, listIn, objectIn, stringIn, textIn } from './jsonValues'
import { rawPerson, rawReference } from './rawJson'
import { type RawEvent, SILENT_EVENT } from './rawSchedule'
import type { Tell } from './remarkBook'

/** States of events that are not (or no longer) part of a programme. */
const NOT_PUBLIC = new Set(['DRAFT', 'SUBMITTED', 'REJECTED', 'WITHDRAWN', 'DELETED'])

/** Events of the newer shape: a flat list that refers to rooms, tracks and people by guid and slug. */
export function rawEventsOfHub(schedule: JsonObject, conference: JsonObject, tell: Tell): RawEvent[] {
  const tracks = new Map(
    listIn(conference, 'tracks')
      .filter(isObject)
      .map((track) => [stringIn(track, 'slug') ?? '', textIn(track, 'name')]),
  )
  const rooms = new Map(
    listIn(conference, 'rooms')
      .filter(isObject)
      .map((room) => [stringIn(room, 'guid') ?? '', textIn(room, 'name')]),
  )
  const people = new Map(
    listIn(schedule, 'persons')
      .filter(isObject)
      .map((person) => [stringIn(person, 'guid') ?? '', person]),
  )
  const events: RawEvent[] = []
  for (const event of listIn(schedule, 'events').filter(isObject)) {
    const state = stringIn(event, 'state') ?? ''
    if (NOT_PUBLIC.has(state)) {
      tell('notConfirmed', textIn(event, 'title'))
      continue
    }
    if (languagesIn(event, 'abstract') > 1 || languagesIn(event, 'description') > 1)
      tell('severalTexts', textIn(event, 'title'))
    const room = objectIn(event, 'room') ?? {}
    const track = stringIn(objectIn(event, 'track') ?? {}, 'slug') ?? ''
    const links = listIn(event, 'links').map(rawReference)
    const addressOfType = (type: string) => links.find((link) => link.type === type)?.url ?? null
    events.push({
      ...SILENT_EVENT,
      guid: stringIn(event, 'guid'),
      code: stringIn(event, 'code'),
      slug: stringIn(event, 'slug'),
      url: stringIn(event, 'url'),
      room: rooms.get(stringIn(room, 'guid') ?? '') || textIn(room, 'name') || null,
      date: stringIn(event, 'start'),
      end: stringIn(event, 'end'),
      duration: stringIn(event, 'duration'),
      title: textIn(event, 'title'),
      subtitle: textIn(event, 'subtitle'),
      abstract: textIn(event, 'abstract'),
      description: textIn(event, 'description'),
      type: textIn(event, 'type').toLowerCase(),
      track: tracks.get(track) ?? track,
      language: stringIn(event, 'language'),
      cancelled: state === 'CANCELED' || state === 'CANCELLED',
      persons: listIn(event, 'participants')
        .filter(isObject)
        .map((participant) => rawPerson({ ...people.get(stringIn(participant, 'guid') ?? ''), ...participant })),
      links: links.filter(({ type }) => !SPECIAL_LINKS.has(type)),
      attachments: listIn(event, 'attachments').map(rawReference),
      logo: stringIn(objectIn(event, 'logo') ?? {}, 'url'),
      feedbackUrl: addressOfType('feedback'),
      originUrl: addressOfType('origin'),
    })
  }
  return events
}

/** Links that have a field of their own. */
const SPECIAL_LINKS = new Set(['feedback', 'origin'])
