import { slugOf } from '#shared/fairs/slug'
import { cleanLine, cleanText } from './cleanText'
import { isUuid } from './fields'
import { eventIdentity, personIdentifier, scopeOf } from './identity'
import { numberBook } from './numbers'
import { NO_ADDRESS, type Rules } from './rules'
import { strictUri, webUri } from './strictUri'
import type { Reference, Schedule, ScheduleEvent, SchedulePerson } from './types'
import { nameUuid } from './uuid'

/** Events as programs take them: in a room, at a time, each with a number, guid and slug of its own; persons with numbers. */
export function strictEvents({ conference, events }: Schedule, rules: Rules): ScheduleEvent[] {
  const placed = events.filter(({ start, room }) => start !== null && room !== null)
  const scope = scopeOf(conference)
  const guids = distinctGuids(placed, scope)
  const numbers = numberBook(placed.map((event) => event.id))
  const slugs = new Set<string>()
  const codes = new Set<string>()
  const persons = strictPersons(placed, scope)
  return placed.map((event): ScheduleEvent => {
    const guid = guids.get(event) ?? nameUuid(event.title)
    const id = numbers(event.id, guid)
    const code = event.code !== null && rules.code.test(event.code) && !codes.has(event.code) ? event.code : null
    if (code !== null) codes.add(code)
    return {
      ...event,
      id,
      guid,
      code,
      slug: strictSlug(event, `${conference.acronym.replaceAll('-', '_')}-${id}-`, rules, slugs),
      url: webUri(event.url) ?? (rules.format === 'json' ? (conference.url ?? conference.baseUrl ?? NO_ADDRESS) : null),
      room: cleanLine(event.room ?? ''),
      title: cleanLine(event.title),
      subtitle: cleanLine(event.subtitle),
      abstract: cleanText(event.abstract),
      description: cleanText(event.description),
      type: cleanLine(event.type),
      track: cleanLine(event.track),
      persons: event.persons.map(persons),
      links: strictReferences(event.links),
      attachments: strictReferences(event.attachments),
      logo: webUri(event.logo),
      recording: event.recording && {
        ...event.recording,
        url: webUri(event.recording.url),
        link: webUri(event.recording.link),
      },
      feedbackUrl: webUri(event.feedbackUrl),
      originUrl: webUri(event.originUrl),
      videoUrl: webUri(event.videoUrl),
    }
  })
}

/** Its own where it is a UUID that no other event has; else made of what the event is known by. */
function distinctGuids(events: readonly ScheduleEvent[], scope: string): Map<ScheduleEvent, string> {
  const used = new Set<string>()
  return new Map(
    events.map((event) => {
      const identity = eventIdentity(event, scope)
      let guid = isUuid(event.guid) ? event.guid : nameUuid(`schedule:${identity}`)
      for (let number = 2; used.has(guid.toLowerCase()); number++) guid = nameUuid(`schedule:${identity}#${number}`)
      used.add(guid.toLowerCase())
      return [event, guid]
    }),
  )
}

function strictSlug(
  { slug, title }: ScheduleEvent,
  prefix: string,
  { slug: pattern }: Rules,
  used: Set<string>,
): string {
  const candidates = [slug ?? '', `${prefix}${slugOf(title)}`, `${prefix}talk`]
  const found = candidates.find((candidate) => pattern.test(candidate) && !used.has(candidate)) ?? `${prefix}talk`
  used.add(found)
  return found
}

function strictPersons(events: readonly ScheduleEvent[], scope: string): (person: SchedulePerson) => SchedulePerson {
  const identityOf = personIdentifier(events, scope)
  const mentions = events.flatMap(({ persons }) => persons)
  const numbers = numberBook(mentions.map(({ id }) => id))
  const ids = new Map<string, number>()
  return (person) => {
    const identity = identityOf(person)
    const id = person.id ?? ids.get(identity) ?? numbers(null, `person:${identity}`)
    ids.set(identity, id)
    return {
      ...person,
      id,
      guid: isUuid(person.guid) ? person.guid : null,
      name: cleanLine(person.name),
      biography: cleanText(person.biography),
      avatar: webUri(person.avatar),
      url: webUri(person.url),
      links: strictReferences(person.links),
    }
  }
}

const strictReferences = (references: readonly Reference[]): Reference[] =>
  references.flatMap((reference) => {
    const url = strictUri(reference.url)
    return url === null ? [] : [{ ...reference, url, title: cleanLine(reference.title) }]
  })
