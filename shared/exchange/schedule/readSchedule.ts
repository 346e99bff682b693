import { readScheduleCsv } from '../csv/readScheduleCsv'
import { decodeText } from './decodeText'
import { readScheduleJson } from './readScheduleJson'
import { readScheduleXml } from './readScheduleXml'
import { remarkBook } from './remarkBook'
import type { ReadOptions, ReadSchedule, ScheduleFormat } from './types'

/** The largest file that is read, in bytes: ten times the largest programme that we know of. */
export const MAX_SCHEDULE_BYTES = 20_000_000

const READERS = { xml: readScheduleXml, json: readScheduleJson, csv: readScheduleCsv }

/** What a file is, by how it starts: names and types that browsers give are often wrong. */
export const formatOfText = (text: string): ScheduleFormat | null => {
  const [first = ''] = text.replace(/^\uFEFF/, '').trimStart()
  if (first === '') return null
  if (first === '<') return 'xml'
  return first === '{' || first === '[' ? 'json' : 'csv'
}

/** A programme out of a file's bytes, in whichever of the formats it is. */
export function readSchedule(
  bytes: Uint8Array,
  options: ReadOptions,
): ReadSchedule & { format: ScheduleFormat | null } {
  if (bytes.length > MAX_SCHEDULE_BYTES)
    return { ok: false, format: null, refusal: { code: 'tooLarge', params: { max: MAX_SCHEDULE_BYTES / 1_000_000 } } }
  const decoded = decodeText(bytes)
  if (!decoded.ok)
    return { ok: false, format: null, refusal: { code: 'encoding', params: { encoding: decoded.encoding } } }
  const format = formatOfText(decoded.text)
  if (format === null) return { ok: false, format, refusal: { code: 'empty', params: {} } }
  const book = remarkBook()
  if (decoded.guessed) book.tell('encodingGuessed')
  return { ...READERS[format](decoded.text, options, book), format }
}
