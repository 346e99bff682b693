import { polygonOf } from '#shared/document/plan'
import type { Plan } from '#shared/document/records'
import { boundsOf, placeCorners } from '#shared/geometry/place'
import type { Box, Place, Point, Polygon } from '#shared/geometry/types'
import type { LocalText } from '#shared/kernel/language'

export interface DrawnSector {
  name: LocalText
  code: string
  tint: number
}

export interface DrawnBooth {
  id: string
  number: string
  sectorId: string | null
  /** Corners in hall millimetres, whole. */
  ring: Polygon
  /** Rotation of the rectangle in 1/100 degree; 0 for outlines. Its words turn with it. */
  rotation: number
}

/** One hall of a plan, as plain data: what PlanSvg draws, in the browser or on the server. */
export interface HallDrawing {
  id: string
  name: LocalText
  outline: Polygon
  booths: readonly DrawnBooth[]
  walls: readonly Place[]
  columns: readonly { place: Place; round: boolean }[]
  exits: readonly { place: Place; kind: 'entrance' | 'exit' | 'emergency' }[]
  stages: readonly { id: string; place: Place; name: LocalText }[]
  meetingPoints: readonly { place: Place; name: LocalText }[]
  /** By id; only those that have a booth in this hall. */
  sectors: Readonly<Record<string, DrawnSector>>
}

const whole = ([x, y]: Point): Point => [Math.round(x), Math.round(y)]

/** What is needed to draw one hall; null when the plan has no such hall. */
export function hallDrawing(plan: Plan, hallId: string): HallDrawing | null {
  const hall = plan.halls.get(hallId)
  if (!hall) return null
  const inHall = <T extends { hallId: string }>(records: ReadonlyMap<string, T>) =>
    [...records.values()].filter((record) => record.hallId === hallId)

  const booths = inHall(plan.booths)
    .filter((booth) => !booth.removed)
    .map((booth) => ({
      id: booth.id,
      number: booth.number,
      sectorId: booth.sectorId,
      ring: polygonOf(booth).map(whole),
      rotation: booth.place?.[4] ?? 0,
    }))
    .sort((a, b) => byNumber.compare(a.number, b.number))
  const used = new Set(booths.map((booth) => booth.sectorId))
  return {
    id: hall.id,
    name: hall.name,
    outline: hall.outline,
    booths,
    walls: inHall(plan.walls).map(({ place }) => place),
    columns: inHall(plan.columns).map(({ place, round }) => ({ place, round })),
    exits: inHall(plan.exits).map(({ place, kind }) => ({ place, kind })),
    stages: inHall(plan.stages).map(({ id, place, name }) => ({ id, place, name })),
    meetingPoints: inHall(plan.meetingPoints).map(({ place, name }) => ({ place, name })),
    sectors: Object.fromEntries(
      [...plan.sectors.values()]
        .filter((sector) => used.has(sector.id))
        .map(({ id, name, code, tint }) => [id, { name, code, tint }]),
    ),
  }
}

/** A2 before A10, as the database's natural_order. */
const byNumber = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' })
export const compareNumbers = (a: string, b: string): number => byNumber.compare(a, b)

/** Halls in the order of their names. */
export const hallsOf = (plan: Plan): { id: string; name: LocalText }[] =>
  [...plan.halls.values()]
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => byNumber.compare(a.name.nl, b.name.nl) || (a.id < b.id ? -1 : 1))

/** Room around the hall for the words at its doors, in mm. */
export const marginOf = (box: Box): number => Math.round(Math.max(box.maxX - box.minX, box.maxY - box.minY) * 0.05)

/** The whole hall with its margin: the view that everything starts from. */
export function hallView(hall: Pick<HallDrawing, 'outline'>): Box {
  const box = boundsOf(hall.outline)
  const margin = marginOf(box)
  // Below it also for the scale.
  return { minX: box.minX - margin, minY: box.minY - margin, maxX: box.maxX + margin, maxY: box.maxY + margin * 1.5 }
}

/** Booths and stages with so much of the hall around them that one sees where they are; null when none is in this hall. */
export function viewAround(hall: HallDrawing, ids: readonly string[], contextMm = 14_000): Box | null {
  const points = [
    ...hall.booths.filter((booth) => ids.includes(booth.id)).flatMap((booth) => booth.ring),
    ...hall.stages.filter((stage) => ids.includes(stage.id)).flatMap((stage) => placeCorners(stage.place)),
  ]
  if (points.length === 0) return null
  const box = boundsOf(points)
  const whole = hallView(hall)
  return {
    minX: Math.max(whole.minX, box.minX - contextMm),
    minY: Math.max(whole.minY, box.minY - contextMm),
    maxX: Math.min(whole.maxX, box.maxX + contextMm),
    maxY: Math.min(whole.maxY, box.maxY + contextMm),
  }
}
