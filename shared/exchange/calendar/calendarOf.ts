import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { instantOfMinute } from '#shared/programme/time'

export interface CalendarEntry {
  /** The same for ever: calendars know an entry by it. */
  uid: string
  /** Grows with every change. */
  sequence: number
  changedAt: Date
  /** Minutes since 1970; `end` is not part of it. */
  start: number
  end: number
  title: string
  description: string
  location: string
  url: string
  /** Names that calendars may sort by. */
  categories: readonly string[]
  cancelled: boolean
}

export interface CalendarInput {
  name: string
  description?: string
  /** Where the calendar can be fetched again; null for one that goes by mail. */
  source: string | null
  entries: readonly CalendarEntry[]
  /** Shown beside other appointments without taking their time: for a whole programme, of which nobody attends all. */
  transparent?: boolean
}

/** How often a calendar that is subscribed to should look for changes, in seconds. */
const REFRESH_SECONDS = 15 * 60

/**
 * A calendar as RFC 5545 has it: times in UTC, lines of at most 75 octets ended by CRLF. The same input makes the same bytes:
 * no time of writing goes in.
 */
export function calendarOf({ name, description = '', source, entries, transparent = false }: CalendarInput): string {
  const calendar = ical({
    prodId: { company: 'Beursvloer', product: 'programme', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    name: escaped(name),
    ...(description === '' ? {} : { description: escaped(description) }),
    ...(source === null ? {} : { source, ttl: REFRESH_SECONDS }),
  })
  for (const entry of entries) {
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      start: instantOfMinute(entry.start),
      end: instantOfMinute(entry.end),
      summary: visible(entry.title),
      description: entry.description === '' ? null : visible(entry.description),
      location: entry.location === '' ? null : visible(entry.location),
      url: entry.url,
      categories: entry.categories.map((category) => ({ name: visible(category) })),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: transparent || entry.cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    })
  }
  const body = folded(calendar.events().join(''))
  const frame = calendar.clear().toString()
  return `${frame.slice(0, frame.lastIndexOf('END:VCALENDAR'))}${body}END:VCALENDAR\r\n`
}

const MAX_OCTETS = 75

/** Lines of at most 75 octets, no letter cut in two. The library does the same at a hundredth of the speed. */
const folded = (text: string): string =>
  text
    .split('\r\n')
    .map((line) => (line.length * 3 <= MAX_OCTETS ? line : foldedLine(line)))
    .join('\r\n')

function foldedLine(line: string): string {
  let out = ''
  let octets = 0
  for (const sign of line) {
    const size = octetsOf(sign.codePointAt(0) ?? 0)
    if (octets + size > MAX_OCTETS) {
      out += '\r\n '
      octets = 1
    }
    out += sign
    octets += size
  }
  return out
}

const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)

/** Control characters have no place in a calendar, and some programs refuse the file for one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
const visible = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').toWellFormed()

/** The library writes the calendar's own name and description as they are. */
const escaped = (text: string): string =>
  visible(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
