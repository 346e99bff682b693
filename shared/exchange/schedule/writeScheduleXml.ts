import { cancelledTitle } from './cancelledTitle'
import { splitLong } from './longEvents'
import { numberBook } from './numbers'
import { XML_RULES } from './rules'
import { eventsByDay, strictSchedule } from './strictSchedule'
import type { Conference, Reference, Room, Schedule, ScheduleEvent } from './types'
import { clockOf, hoursAndMinutes, offsetTime } from './writtenTime'

/** schedule.xml as the official schema has it, and so that the apps that visitors have load every event of it. */
export function writeScheduleXml(given: Schedule): string {
  const schedule = strictSchedule(given, XML_RULES)
  const { conference, days, rooms } = schedule
  const numbers = numberBook(schedule.events.map(({ id }) => id))
  const events = splitLong(schedule.events, (guid) => numbers(null, guid))
  const eventsOf = eventsByDay({ days, events })
  const out = ['<?xml version="1.0" encoding="UTF-8"?>', '<schedule>']
  if (schedule.generator) out.push(`  <generator${attributes({ ...schedule.generator })}/>`)
  if (schedule.url) out.push(`  ${element('url', schedule.url)}`)
  out.push(`  ${element('version', schedule.version)}`, ...conferenceLines(schedule))
  days.forEach((day, index) => {
    const { date, start, end } = day
    const times = { start: offsetTime(start, conference.timeZone), end: offsetTime(end, conference.timeZone) }
    out.push(`  <day${attributes({ index: index + 1, date, ...times })}>`)
    for (const room of rooms) out.push(...roomLines(room, eventsOf(day, room.name), conference))
    out.push('  </day>')
  })
  out.push('</schedule>', '')
  return out.join('\n')
}

function conferenceLines({ conference, tracks, days }: Schedule): string[] {
  const { acronym, title, start, end, timeslot, baseUrl, logo, url, timeZone, color } = conference
  const lines = [
    element('acronym', acronym),
    element('title', title),
    start && element('start', start),
    end && element('end', end),
    element('days', String(days.length)),
    timeslot && element('timeslot_duration', hoursAndMinutes(timeslot)),
    baseUrl && element('base_url', baseUrl),
    logo && element('logo', logo),
    url && element('url', url),
    element('time_zone_name', timeZone),
    color && `<color${attributes({ primary: color.primary, background: color.background })}/>`,
    ...tracks.map((track) => `<track${attributes({ name: track.name, color: track.color, slug: track.slug })}/>`),
  ]
  return [
    '  <conference>',
    ...lines.filter((line) => line !== null && line !== 0).map((line) => `    ${line}`),
    '  </conference>',
  ]
}

function roomLines({ name, guid }: Room, events: readonly ScheduleEvent[], conference: Conference): string[] {
  const open = `    <room${attributes({ name, guid })}`
  if (events.length === 0) return [`${open}/>`]
  return [`${open}>`, ...events.flatMap((event) => eventLines(event, conference)), '    </room>']
}

function eventLines(event: ScheduleEvent, { timeZone }: Conference): string[] {
  const start = event.start ?? 0
  const { recording } = event
  const lines = [
    element('room', event.room ?? ''),
    element('title', event.cancelled ? cancelledTitle(event.title) : event.title),
    element('subtitle', event.subtitle),
    element('type', event.type),
    element('date', offsetTime(start, timeZone)),
    element('start', clockOf(start, timeZone)),
    element('duration', hoursAndMinutes(event.minutes)),
    element('abstract', event.abstract),
    event.slug && element('slug', event.slug),
    element('track', event.track),
    event.logo && element('logo', event.logo),
    list(
      'persons',
      event.persons.map(({ id, guid, name }) => element('person', name, { id, guid })),
    ),
    element('language', event.language ?? ''),
    element('description', event.description),
    recording &&
      `<recording>${element('license', recording.license)}${element('optout', String(recording.optout))}${
        recording.url ? element('url', recording.url) : ''
      }${recording.link ? element('link', recording.link) : ''}</recording>`,
    list(
      'links',
      event.links.map((link) => reference('link', link)),
    ),
    list(
      'attachments',
      event.attachments.map(({ service: _service, ...attachment }) =>
        reference('attachment', { ...attachment, service: '' }),
      ),
    ),
    event.videoUrl && element('video_download_url', event.videoUrl),
    event.url && element('url', event.url),
    event.feedbackUrl && element('feedback_url', event.feedbackUrl),
    event.originUrl && element('origin_url', event.originUrl),
  ]
  const open = `      <event${attributes({ id: event.id, guid: event.guid, code: event.code })}>`
  return [open, ...lines.filter((line) => line !== null).map((line) => `        ${line}`), '      </event>']
}

const list = (name: string, items: readonly string[]): string =>
  items.length === 0 ? `<${name}/>` : `<${name}>${items.join('')}</${name}>`

const reference = (name: string, { url, title, type, service }: Reference): string =>
  element(name, title, { href: url, type: type || null, service: service || null })

const element = (name: string, text: string, named: Parameters<typeof attributes>[0] = {}): string =>
  `<${name}${attributes(named)}>${escaped(text)}</${name}>`

const attributes = (named: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(named)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('')

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Strict schedules hold no sign that XML cannot carry. */
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
