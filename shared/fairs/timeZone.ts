/** Those that Europe's fairs need first; the form offers all that the machine knows. */
export const DEFAULT_TIME_ZONE = 'Europe/Brussels'

/** IANA names only: offsets such as +01:00 know nothing of summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

export interface WallTime {
  /** 2027-03-12 */
  day: string
  /** 09:30 */
  time: string
}

/** What the clock on the wall shows there at that instant. */
export function wallTimeOf(instant: Date, timeZone: string): WallTime {
  const parts = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

const offsetAt = (instant: number, timeZone: string): number => {
  const { day, time } = wallTimeOf(new Date(instant), timeZone)
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(instant / 60_000) * 60_000
}

/**
 * The instant at which the clock on the wall shows this. A time that summer time skips becomes as much later as the skip;
 * of a time that comes twice, the first.
 */
export function instantOf({ day, time }: WallTime, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const dayMs = 86_400_000
  const before = offsetAt(asUtc - dayMs, timeZone)
  const after = offsetAt(asUtc + dayMs, timeZone)
  const candidates = [asUtc - before, asUtc - after].filter((at) => offsetAt(at, timeZone) === asUtc - at)
  return new Date(candidates.length > 0 ? Math.min(...candidates) : asUtc - before)
}
