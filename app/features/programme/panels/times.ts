import { dayAfter } from '#shared/programme/gridDays'
import { minuteOfWallTime, wallTimeOfMinute } from '#shared/programme/time'
import type { TimetableDay } from '~/timetable/view/days'

/** As people type it: 9:30, 9.30, 09h30, 9u, 9, 930. Null for what is no time. */
export function parseTime(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  const [, hours, minutes = ''] =
    /^(\d{1,2})\s*(?:[:.,hu]\s*(\d{2})?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? []
  if (hours === undefined) return null
  const [hour, minute] = [Number(hours), Number(minutes || 0)]
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** Minutes: 45, 1:30, 1h30, 1u, 90 min. Null for what is no length. */
export function parseMinutes(typed: string): number | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\s*min\.?$/, '')
  if (/^\d{1,4}$/.test(text)) return Number(text) > 0 ? Number(text) : null
  const [, hours, minutes = '0'] = /^(\d{1,2})\s*[:hu]\s*(\d{1,2})?$/.exec(text) ?? []
  if (hours === undefined || Number(minutes) > 59) return null
  return Number(hours) * 60 + Number(minutes) || null
}

/** The minute at which the clock shows that time on that day of the programme: before the day changes it is the night after. */
export function startOn({ day, from }: Pick<TimetableDay, 'day' | 'from'>, time: string, timeZone: string): number {
  const minute = minuteOfWallTime({ day, time }, timeZone)
  return minute >= from ? minute : minuteOfWallTime({ day: dayAfter(day, 1), time }, timeZone)
}

export const timeOf = (minute: number, timeZone: string): string => wallTimeOfMinute(minute, timeZone).time
