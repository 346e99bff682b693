import { wallTimeOfMinute } from '#shared/programme/time'

const two = (number: number): string => String(number).padStart(2, '0')

/** 01:30; hours are as many as there are. */
export const hoursAndMinutes = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** 09:30, as the clock on the wall shows. */
export const clockOf = (minute: number, timeZone: string): string => wallTimeOfMinute(minute, timeZone).time

/** 2027-03-12T09:30:00+01:00 */
export function offsetTime(minute: number, timeZone: string): string {
  const { day, time } = wallTimeOfMinute(minute, timeZone)
  const ahead = Math.round(Date.parse(`${day}T${time}:00Z`) / 60_000) - minute
  return `${day}T${time}:00${ahead < 0 ? '-' : '+'}${hoursAndMinutes(Math.abs(ahead))}`
}
