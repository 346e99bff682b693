import { instantOf, type WallTime, wallTimeOf } from '#shared/fairs/timeZone'

/** The grid's step in minutes. */
export const RASTER = 5
const MS_PER_MINUTE = 60_000

/** Minutes since 1970-01-01T00:00Z, the unit of everything in the programme. */
export const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / MS_PER_MINUTE)
export const instantOfMinute = (minute: number): Date => new Date(minute * MS_PER_MINUTE)

export const wallTimeOfMinute = (minute: number, timeZone: string): WallTime =>
  wallTimeOf(instantOfMinute(minute), timeZone)

/** As `instantOf`: a time that summer time skips becomes as much later, of one that comes twice the first. */
export const minuteOfWallTime = (wall: WallTime, timeZone: string): number => minuteOf(instantOf(wall, timeZone))

export const toRaster = (minute: number): number => Math.round(minute / RASTER) * RASTER
