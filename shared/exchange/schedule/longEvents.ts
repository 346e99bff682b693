import type { ScheduleEvent } from './types'
import { nameUuid } from './uuid'

/** Apps that read schedule.xml refuse a whole file for one duration of a day or more. */
const LONGEST = 24 * 60 - 1

const partGuid = (guid: string, part: number): string => nameUuid(`urn:uuid:${guid.toLowerCase()}#part-${part}`)

/** Events of a day or longer in parts of equal length, one after the other; each part's identity follows from the first's. */
export function splitLong(events: readonly ScheduleEvent[], numberOf: (guid: string) => number): ScheduleEvent[] {
  return events.flatMap((event) => {
    const { minutes, start, guid } = event
    if (minutes <= LONGEST || start === null || guid === null) return [event]
    const count = Math.ceil(minutes / LONGEST)
    const boundary = (part: number) => Math.floor((minutes * part) / count)
    return Array.from({ length: count }, (_, part): ScheduleEvent => {
      const time = { start: start + boundary(part), minutes: boundary(part + 1) - boundary(part) }
      if (part === 0) return { ...event, ...time }
      const own = partGuid(guid, part + 1)
      return { ...event, ...time, guid: own, id: numberOf(own), code: null, slug: null }
    })
  })
}

/** The opposite: parts that follow on each other in the same room are one event again. */
export function joinParts(events: readonly ScheduleEvent[]): ScheduleEvent[] {
  const byGuid = new Map(events.map((event) => [event.guid?.toLowerCase() ?? '', event]))
  const parts = new Set<ScheduleEvent>()
  const joined = events.map((event) => {
    const { guid, start, room } = event
    // Only events of more than half a day can be a part: the hash of all others is spared.
    if (guid === null || start === null || event.minutes <= LONGEST / 2) return event
    let minutes = event.minutes
    for (let part = 2; ; part++) {
      const next = byGuid.get(partGuid(guid, part))
      if (!next || next.room !== room || next.start !== start + minutes) break
      parts.add(next)
      minutes += next.minutes
    }
    return minutes === event.minutes ? event : { ...event, minutes }
  })
  return parts.size === 0 ? [...events] : joined.filter((_, index) => !parts.has(events[index] as ScheduleEvent))
}
