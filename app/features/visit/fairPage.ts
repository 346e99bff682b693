import type { FairVisit, PublishedFair, VisitedFair } from '#server/services/visit/visitFair'
import { type OpeningHours, openStateAt } from '#shared/fairs/openingHours'
import { wallTimeOf } from '#shared/fairs/timeZone'
import type { Format } from '~/lib/format'
import { type HallDrawing, hallDrawing, hallsOf } from '~/lib/planView/hallDrawing'
import { byName, type SectorName, sectorName } from './planPage'

export interface SectorCount extends SectorName {
  booths: number
  exhibitors: number
}

/** What the reader is told about the doors. */
export type DoorState =
  | { state: 'open'; time: string }
  | { state: 'opensToday'; time: string }
  | { state: 'opens'; day: string; time: string; inDays: number }
  | { state: 'over' }
  | { state: 'unknown' }

export interface FairPage {
  doors: DoorState
  days: { day: string; hours: Pick<OpeningHours, 'opens' | 'closes'> | null; today: boolean }[]
  figures: { exhibitors: number; booths: number; sectors: number; halls: number }
  sectors: SectorCount[]
  /** Somebody may still get a booth. */
  freeBooths: number
  hall: HallDrawing | null
}

const DAY_MS = 86_400_000

export function fairPage({ fair, published }: FairVisit, now: Date, format: Format): FairPage {
  const sectors = published ? sectorCounts(published, format) : []
  const halls = published ? hallsOf(published.release.plan) : []
  return {
    doors: doorState(fair, now),
    days: daysOf(fair, now),
    figures: {
      exhibitors: published?.exhibitors.length ?? 0,
      booths: published?.booths.length ?? 0,
      sectors: sectors.length,
      halls: halls.length,
    },
    sectors,
    freeBooths: published?.booths.filter(({ status }) => status === 'available').length ?? 0,
    hall: published && halls[0] ? hallDrawing(published.release.plan, halls[0].id) : null,
  }
}

/** Sectors with a booth or an exhibitor, by name. */
export function sectorCounts({ release, booths, exhibitors }: PublishedFair, format: Format): SectorCount[] {
  return [...release.plan.sectors.values()]
    .map((sector) => ({
      ...sectorName(sector, format),
      booths: booths.filter(({ sectorId }) => sectorId === sector.id).length,
      exhibitors: exhibitors.filter(({ sectorIds }) => sectorIds.includes(sector.id)).length,
    }))
    .filter(({ booths, exhibitors }) => booths > 0 || exhibitors > 0)
    .sort(byName(format))
}

export function doorState(
  { openingHours, timeZone, startsOn, endsOn }: Pick<VisitedFair, 'openingHours' | 'timeZone' | 'startsOn' | 'endsOn'>,
  now: Date,
): DoorState {
  const today = wallTimeOf(now, timeZone).day
  if (openingHours.length === 0) {
    if (today > endsOn) return { state: 'over' }
    return { state: 'unknown' }
  }
  const open = openStateAt(openingHours, timeZone, now)
  if (open.state === 'over') return { state: 'over' }
  if (open.state === 'open') return { state: 'open', time: open.span.closes }
  if (open.today) return { state: 'opensToday', time: open.span.opens }
  const day = open.span.day
  const from = day < startsOn ? startsOn : day
  return {
    state: 'opens',
    day,
    time: open.span.opens,
    inDays: Math.round((Date.parse(from) - Date.parse(today)) / DAY_MS),
  }
}

function daysOf({ startsOn, endsOn, openingHours, timeZone }: VisitedFair, now: Date): FairPage['days'] {
  const today = wallTimeOf(now, timeZone).day
  const days: FairPage['days'] = []
  for (let at = Date.parse(startsOn); at <= Date.parse(endsOn); at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10)
    const hours = openingHours.find((span) => span.day === day)
    days.push({ day, hours: hours ? { opens: hours.opens, closes: hours.closes } : null, today: day === today })
  }
  return days
}
