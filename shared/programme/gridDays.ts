import type { Span } from '#shared/document/schedule'
import { mergeSpans } from './spans'
import { minuteOfWallTime, wallTimeOfMinute } from './time'

/** One day of the programme. Minutes since 1970, so that days of 23 and 25 hours are as long as they are. */
export interface GridDay {
  /** 2027-03-12: the day on which it began, whatever comes after midnight. */
  readonly day: string
  /** What starts from here until there is of this day. */
  readonly from: number
  readonly until: number
  /** What must be shown, in whole hours: opening hours and slots. */
  readonly start: number
  readonly end: number
}

/** Nights end at this time; a party at half past one belongs to the evening before. */
export const DAY_CHANGE = '04:00'
/** A night shift that is longer than this is a day of its own. */
const LONGEST_NIGHT = '12:00'
const HOUR = 60

/**
 * Which day an instant belongs to, and when a day begins. A day changes at 04:00; where the fair is open then, when it opens (on
 * that day) or else when it closes (before noon) or else at midnight.
 */
export function programmeDays(openSpans: readonly Span[], timeZone: string) {
  const spans = mergeSpans(openSpans)
  const boundaries = new Map<string, number>()
  const boundaryOf = (day: string): number => {
    const boundary = boundaries.get(day) ?? dayStart(day, spans, timeZone)
    boundaries.set(day, boundary)
    return boundary
  }
  const dayOfMinute = (minute: number): string => {
    const { day } = wallTimeOfMinute(minute, timeZone)
    return minute < boundaryOf(day) ? dayAfter(day, -1) : day
  }
  return { boundaryOf, dayOfMinute }
}

/** The days on which the fair is open or something is held, in order. */
export function gridDays(
  openSpans: readonly Span[],
  slots: Iterable<{ readonly start: number; readonly end: number }>,
  timeZone: string,
): GridDay[] {
  const spans = mergeSpans(openSpans)
  const { boundaryOf, dayOfMinute } = programmeDays(spans, timeZone)

  const shown = new Map<string, { start: number; end: number }>()
  const show = (day: string, start: number, end: number) => {
    const before = shown.get(day)
    shown.set(day, before ? { start: Math.min(before.start, start), end: Math.max(before.end, end) } : { start, end })
  }
  for (const [from, until] of spans) {
    let at = from
    while (at < until) {
      const day = dayOfMinute(at)
      const next = Math.min(until, boundaryOf(dayAfter(day, 1)))
      show(day, at, next)
      at = next
    }
  }
  for (const { start, end } of slots) {
    const day = dayOfMinute(start)
    // What goes on for days is shown on its first until noon at the latest; later days show what falls into them.
    show(day, start, Math.min(end, minuteOfWallTime({ day: dayAfter(day, 1), time: LONGEST_NIGHT }, timeZone)))
  }
  return [...shown]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { start, end }]) => ({
      day,
      from: boundaryOf(day),
      until: boundaryOf(dayAfter(day, 1)),
      start: start - minuteInHour(start, timeZone),
      end: end + ((HOUR - minuteInHour(end, timeZone)) % HOUR),
    }))
}

/** The day to which what starts then belongs. */
export const dayOf = (days: readonly GridDay[], minute: number): GridDay | undefined =>
  days.find(({ from, until }) => from <= minute && minute < until)

/** What starts on that day. */
export const slotsOfDay = <T extends { readonly start: number }>(day: GridDay, slots: readonly T[]): T[] =>
  slots.filter(({ start }) => day.from <= start && start < day.until)

/** What is on during the hours shown, also what began a day before and goes on. */
export const slotsShownOn = <T extends { readonly start: number; readonly end: number }>(
  day: GridDay,
  slots: readonly T[],
): T[] =>
  slots.filter(({ start, end }) => (day.from <= start && start < day.until) || (start < day.end && day.start < end))

export interface Tick {
  readonly minute: number
  /** What the clock on the wall shows: 09:30. An hour that comes twice is there twice, one that is skipped is not. */
  readonly label: string
}

/** Lines of the grid, every `step` minutes (a part of an hour, or hours). */
export function ticksOf(day: GridDay, timeZone: string, step = HOUR): Tick[] {
  const ticks: Tick[] = []
  for (let minute = day.start; minute <= day.end; minute += step)
    ticks.push({ minute, label: timeLabel(minute, timeZone) })
  return ticks
}

/** 09:30 */
export const timeLabel = (minute: number, timeZone: string): string => wallTimeOfMinute(minute, timeZone).time

/** `2027-03-12` and days on the calendar from there; no time zone can move it. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const minuteInHour = (minute: number, timeZone: string): number => Number(timeLabel(minute, timeZone).slice(3))

function dayStart(day: string, spans: readonly Span[], timeZone: string): number {
  const at = (time: string) => minuteOfWallTime({ day, time }, timeZone)
  const change = at(DAY_CHANGE)
  const open = spans.find(([from, until]) => from <= change && change < until)
  if (!open) return change
  const [from, until] = open
  if (from >= at('00:00')) return from
  return until <= at(LONGEST_NIGHT) ? until : at('00:00')
}
