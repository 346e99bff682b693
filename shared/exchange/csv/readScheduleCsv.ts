import { assemble } from '../schedule/assemble'
import { clockMinutes, dayText } from '../schedule/fields'
import { type RawEvent, SILENT_CONFERENCE, SILENT_EVENT } from '../schedule/rawSchedule'
import { remarkBook } from '../schedule/remarkBook'
import type { ReadOptions, ReadSchedule } from '../schedule/types'
import { type FoundColumns, findColumns } from './columns'
import { readCsv } from './csvText'

/** Words for a talk that is called off, and for one that nobody has agreed to yet. */
const CANCELLED = /^(cancell?ed|geannuleerd|afgelast|annule)/i
const WITHDRAWN = /^(rejected|withdrawn|declined|afgewezen|geweigerd|ingetrokken|refuse|retire)/i

/** A table of talks, one a line: our own talks.csv, or somebody's spreadsheet with columns that it understands. */
export function readScheduleCsv(text: string, options: ReadOptions, book = remarkBook()): ReadSchedule {
  const table = readCsv(text)
  if (!table) return { ok: false, refusal: { code: 'empty', params: {} } }
  const columns = findColumns(table.columns)
  if (!columns.has('title')) {
    const found = table.columns.filter((name) => name !== '').slice(0, 10)
    return { ok: false, refusal: { code: 'columnsMissing', params: { columns: found.join(', ').slice(0, 300) } } }
  }
  for (const name of columns.unknown) book.tell('fieldUnknown', name)
  for (const line of table.spoilt) book.tell('rowIncomplete', String(line))
  // A table has no time zone to say: the fair's is meant.
  const conference = { ...SILENT_CONFERENCE, timeZone: options.timeZone }
  const events = table.rows
    .map((row) => rawEvent(row, columns))
    .filter((event) => {
      if (event !== null && WITHDRAWN.test(event.state)) {
        book.tell('notConfirmed', event.raw.title)
        return false
      }
      return event !== null
    })
    .map((event) => event?.raw)
    .filter((raw) => raw !== undefined)
  return assemble(
    { version: '', generator: null, url: null, conference, tracks: [], rooms: [], days: [], events },
    options,
    book,
  )
}

/** Null for a line that says nothing in any column we know. */
function rawEvent(row: readonly string[], { cell }: FoundColumns): { raw: RawEvent; state: string } | null {
  if (row.every((value) => value.trim() === '')) return null
  const of = (column: Parameters<typeof cell>[1]) => cell(row, column)
  const day = isoDay(of('date')) ?? isoDay(of('start'))
  const [start, end] = [isoTime(of('start'), day), isoTime(of('end'), day)]
  const state = plainState(of('state'))
  return {
    state,
    raw: {
      ...SILENT_EVENT,
      id: of('id').trim() || null,
      guid: of('guid').trim() || null,
      url: of('url') || null,
      room: of('stage') || null,
      day,
      date: start,
      start: clockText(of('start')),
      end: end ?? clockText(of('end')),
      duration: durationText(of('minutes')),
      title: of('title'),
      subtitle: of('subtitle'),
      abstract: of('abstract'),
      description: of('description'),
      type: of('kind'),
      track: of('sector'),
      language: of('language') || null,
      cancelled: CANCELLED.test(state),
      persons: namesIn(of('speakers')).map((name) => ({
        id: null,
        guid: null,
        code: null,
        name,
        biography: '',
        avatar: null,
        url: null,
        links: [],
      })),
    },
  }
}

const plainState = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').trim()

/** 2027-03-12 out of 2027-03-12, 12/03/2027, 12-3-2027 or 12.03.2027, whatever follows. Days come before months here. */
function isoDay(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/.exec(text) ?? []
  return dayText(year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** Date and time in full where the cell has both, or the time with the day that is known. */
function isoTime(text: string, day: string | null): string | null {
  if (/^\s*\d{4}-\d\d-\d\d[T ]\d/.test(text)) return text.trim()
  const time = clockText(text)
  const date = isoDay(text) ?? day
  return time === null || date === null ? null : `${date}T${time}`
}

/** 09:30 out of 9:30, 9.30, 9u30, 9h30 or 9h, alone or after a date. */
function clockText(text: string): string | null {
  const [, hours, minutes = '00'] = /(?:^|[\sT])(\d{1,2})(?:[:.uh](\d{2})?)(?::\d{2})?\s*$/i.exec(text.trim()) ?? []
  if (hours === undefined) return null
  const time = `${hours.padStart(2, '0')}:${minutes}`
  return clockMinutes(time) === null ? null : time
}

/** 90, 90 min, 1:30, 1u30 or 1h. */
function durationText(text: string): string | null {
  const [, hours, minutes] = /^\s*(\d{1,3})\s*[uh]\s*(\d{2})?\s*$/i.exec(text) ?? []
  if (hours !== undefined) return `${hours}:${minutes ?? '00'}`
  return /\d/.test(text) ? text.replace(/\s*(?:min\w*\.?|')\s*$/i, '') : null
}

/** Names between semicolons, bars or lines; between commas where each part is a full name. */
export function namesIn(text: string): string[] {
  const parts = text.split(/[;|\n]/)
  const [only = ''] = parts
  const byComma = only.split(',').map((name) => name.trim())
  const names =
    parts.length === 1 && byComma.length > 1 && byComma.every((name) => /\S\s+\S/.test(name)) ? byComma : parts
  return names.map((name) => name.trim()).filter((name) => name !== '')
}
