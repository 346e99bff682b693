import { z } from 'zod'
import type { Span } from '#shared/document/schedule'
import type { FieldProblem } from '#shared/kernel/errors'
import { minuteOfWallTime, wallTimeOfMinute } from '#shared/programme/time'

/** A range as people say it, on the clock of the fair's time zone. `until` at or before `from` is on the following day. */
export interface AvailabilityRow {
  /** 2027-03-12 */
  day: string
  /** 09:30 */
  from: string
  until: string
}

/** In order, without gaps of nothing between them. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = []
  for (const [from, until] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else joined.push([from, until])
  }
  return joined
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const isDay = (text: string) => z.iso.date().safeParse(text).success && text >= '2000' && text < '2101'

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** What a row comes to; null where the clock makes nothing of it, such as an hour that summer time skips. */
export function spanOfRow({ day, from, until }: AvailabilityRow, timeZone: string): Span | null {
  const start = minuteOfWallTime({ day, time: from }, timeZone)
  const end = minuteOfWallTime({ day: until > from ? day : dayAfter(day), time: until }, timeZone)
  return start < end ? [start, end] : null
}

/** The rows as spans, or what is wrong with them by row: `availability.<n>.day`. */
export function readRows(
  rows: readonly AvailabilityRow[],
  timeZone: string,
): { spans: Span[]; problems: FieldProblem[] } {
  const spans: Span[] = []
  const problems: FieldProblem[] = []
  rows.forEach((row, index) => {
    const remark = (field: keyof AvailabilityRow, code: string) =>
      problems.push({ path: `availability.${index}.${field}`, code })
    const wrong = (['day', 'from', 'until'] as const).filter((field) => {
      if (row[field] === '') remark(field, 'required')
      else if (field === 'day' ? !isDay(row.day) : !TIME.test(row[field]))
        remark(field, field === 'day' ? 'date' : 'time')
      else return false
      return true
    })
    if (wrong.length > 0) return
    const span = spanOfRow(row, timeZone)
    if (span) spans.push(span)
    else remark('until', 'order')
  })
  return { spans: joinSpans(spans), problems }
}

/** Spans as rows, a row a day: what runs past midnight into the morning stays one row as long as it is shorter than a day. */
export function rowsOf(spans: readonly Span[], timeZone: string): AvailabilityRow[] {
  return spans.flatMap((span) => {
    const rows: AvailabilityRow[] = []
    let [from] = span
    const [, until] = span
    while (from < until) {
      const start = wallTimeOfMinute(from, timeZone)
      const nextDay = minuteOfWallTime({ day: dayAfter(start.day), time: start.time }, timeZone)
      const midnight = minuteOfWallTime({ day: dayAfter(start.day), time: '00:00' }, timeZone)
      const to = until <= nextDay ? until : midnight
      rows.push({ day: start.day, from: start.time, until: wallTimeOfMinute(to, timeZone).time })
      from = to
    }
    return rows
  })
}
