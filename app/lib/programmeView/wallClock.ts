import type { WallTime } from '#shared/fairs/timeZone'
import { wallTimeOfMinute } from '#shared/programme/time'

/** Wall-clock times of one zone; of a programme's thousand talks most begin at the same few hundred minutes. */
export function wallClock(timeZone: string): (minute: number) => WallTime {
  const known = new Map<number, WallTime>()
  return (minute) => {
    let wall = known.get(minute)
    if (!wall) {
      wall = wallTimeOfMinute(minute, timeZone)
      known.set(minute, wall)
    }
    return wall
  }
}
