import type { Span } from '#shared/document/schedule'
import { daysBetween } from '#shared/fairs/openingHours'
import { DAY_CHANGE, dayAfter, gridDays } from '#shared/programme/gridDays'
import { minuteOfWallTime, wallTimeOfMinute } from '#shared/programme/time'

/** From one change of day to the next: 23, 24 or 25 hours. `until` is not part of it. */
export interface TimetableDay {
  /** `2027-03-12` */
  readonly day: string
  readonly from: number
  readonly until: number
}

const plainDay = (day: string, timeZone: string): TimetableDay => ({
  day,
  from: minuteOfWallTime({ day, time: DAY_CHANGE }, timeZone),
  until: minuteOfWallTime({ day: dayAfter(day, 1), time: DAY_CHANGE }, timeZone),
})

interface DaysInput {
  startsOn: string
  endsOn: string
  timeZone: string
  openSpans: readonly Span[]
  slots: readonly { start: number; end: number }[]
}

/** The days of the fair, and others on which something is held: no talk is out of reach. In order. */
export function timetableDays({ startsOn, endsOn, timeZone, openSpans, slots }: DaysInput): TimetableDay[] {
  const days = new Map<string, TimetableDay>()
  for (const day of daysBetween(startsOn, endsOn)) days.set(day, plainDay(day, timeZone))
  for (const { day, from, until } of gridDays(openSpans, slots, timeZone)) days.set(day, { day, from, until })
  return [...days.values()].sort((a, b) => a.from - b.from)
}

export const dayHolding = (days: readonly TimetableDay[], minute: number): TimetableDay | undefined =>
  days.find(({ from, until }) => from <= minute && minute < until)

/** The same time of the wall clock on another day. */
export function onDay(minute: number, day: string, timeZone: string): number {
  const { time } = wallTimeOfMinute(minute, timeZone)
  const calendarDay = time < DAY_CHANGE ? dayAfter(day, 1) : day
  return minuteOfWallTime({ day: calendarDay, time }, timeZone)
}

const HOUR = 60
/** Around opening hours there is building up, around talks there is room to put others. */
const AROUND = 60

interface HoursInput {
  day: TimetableDay
  timeZone: string
  openSpans: readonly Span[]
  talks: Iterable<{ start: number; end: number }>
  wholeDay: boolean
}

/** The hours of a day that the grid shows, from full hour to full hour of the wall clock. */
export function shownHours({ day, timeZone, openSpans, talks, wholeDay }: HoursInput): { from: number; until: number } {
  if (wholeDay) return { from: day.from, until: day.until }
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const include = (start: number, end: number) => {
    if (start >= day.until || end <= day.from) return
    from = Math.min(from, start - AROUND)
    until = Math.max(until, end + AROUND)
  }
  for (const [start, end] of openSpans) include(start, end)
  for (const { start, end } of talks) include(start, end)
  if (from > until) {
    from = minuteOfWallTime({ day: day.day, time: '09:00' }, timeZone)
    until = minuteOfWallTime({ day: day.day, time: '19:00' }, timeZone)
  }
  return {
    from: Math.max(day.from, hourBefore(from, timeZone)),
    until: Math.min(day.until, hourBefore(until + HOUR - 1, timeZone)),
  }
}

/** The last full hour of the wall clock. */
export function hourBefore(minute: number, timeZone: string): number {
  const { time } = wallTimeOfMinute(minute, timeZone)
  return minute - Number(time.slice(3))
}
