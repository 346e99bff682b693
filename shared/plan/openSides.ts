import { polygonOf, standingBooths } from '#shared/document/plan'
import type { Booth, Plan, Shaped } from '#shared/document/records'
import { boundsOf } from '#shared/geometry/place'
import { clockwise, edgesOf, pointInPolygon } from '#shared/geometry/polygons'
import { SpatialIndex } from '#shared/geometry/spatialIndex'
import type { Point, Polygon } from '#shared/geometry/types'

/** After the trade: row has one open side, corner two, head three, island four; through is open on two opposite ones. */
export const BOOTH_KINDS = ['closed', 'row', 'corner', 'through', 'head', 'island'] as const
export type BoothKind = (typeof BOOTH_KINDS)[number]

/** Front, right, back and left of the booth as drawn; true where that side is on an aisle. */
export type Sides = readonly boolean[]

/** How far out (mm) the floor must be free for an aisle: the least that fairs allow is 2 m. */
const PROBES_MM = [150, 1000, 1950]
/** A side counts as open when at least half of its length is on an aisle. */
const OPEN_SHARE = 0.5
const SAMPLES_A_SIDE = 12

/** Open sides of every standing booth. A ring of more than four corners is taken by the four directions its sides look to. */
export function openSidesOf(plan: Plan): ReadonlyMap<string, Sides> {
  const obstacles = obstaclesByHall(plan)
  return new Map(
    standingBooths(plan).map((booth) => [booth.id, sidesOf(booth, obstacles, plan.halls.get(booth.hallId)?.outline)]),
  )
}

export function kindOf(sides: Sides): BoothKind {
  const open = sides.filter(Boolean).length
  if (open === 2) return sides[0] === sides[2] ? 'through' : 'corner'
  return (['closed', 'row', 'corner', 'head', 'island'] as const)[open] ?? 'island'
}

interface Obstacles {
  index: SpatialIndex<string>
  rings: Map<string, Polygon>
}

/** Whatever nobody walks through: booths, walls, columns and stages, by hall. */
function obstaclesByHall(plan: Plan): Map<string, Obstacles> {
  const halls = new Map<string, Obstacles>()
  const add = (id: string, hallId: string, shape: Shaped) => {
    const hall = halls.get(hallId) ?? { index: new SpatialIndex<string>(), rings: new Map<string, Polygon>() }
    const ring = polygonOf(shape)
    hall.index.set(id, boundsOf(ring))
    hall.rings.set(id, ring)
    halls.set(hallId, hall)
  }
  for (const booth of standingBooths(plan)) add(`booths/${booth.id}`, booth.hallId, booth)
  for (const kind of ['walls', 'columns', 'stages'] as const) {
    for (const record of plan[kind].values()) add(`${kind}/${record.id}`, record.hallId, record)
  }
  return halls
}

function sidesOf(booth: Booth, halls: Map<string, Obstacles>, outline: Polygon | undefined): Sides {
  const ring = clockwise(polygonOf(booth))
  const length = [0, 0, 0, 0]
  const open = [0, 0, 0, 0]
  const [first] = edgesOf(ring)
  if (!first) return []
  const base = Math.atan2(first[1][1] - first[0][1], first[1][0] - first[0][0])
  for (const [from, to] of edgesOf(ring)) {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    const reach = Math.hypot(dx, dy)
    if (reach === 0) continue
    const quarter = (((Math.round((Math.atan2(dy, dx) - base) / (Math.PI / 2)) % 4) + 4) % 4) as 0 | 1 | 2 | 3
    for (let sample = 0; sample < SAMPLES_A_SIDE; sample++) {
      const along = (sample + 0.5) / SAMPLES_A_SIDE
      const on: Point = [from[0] + dx * along, from[1] + dy * along]
      // Clockwise with y down: outside is on the left of the direction of travel.
      const outward: Point = [dy / reach, -dx / reach]
      const free = PROBES_MM.every((mm) => {
        const probe: Point = [on[0] + outward[0] * mm, on[1] + outward[1] * mm]
        return isFree(probe, `booths/${booth.id}`, halls.get(booth.hallId), outline)
      })
      length[quarter] = (length[quarter] ?? 0) + reach / SAMPLES_A_SIDE
      if (free) open[quarter] = (open[quarter] ?? 0) + reach / SAMPLES_A_SIDE
    }
  }
  return length.map((whole, side) => whole > 0 && (open[side] ?? 0) >= whole * OPEN_SHARE)
}

function isFree(probe: Point, self: string, hall: Obstacles | undefined, outline: Polygon | undefined): boolean {
  if (outline && !pointInPolygon(probe, outline)) return false
  if (!hall) return true
  const [x, y] = probe
  return hall.index
    .search({ minX: x, minY: y, maxX: x, maxY: y })
    .every((id) => id === self || !pointInPolygon(probe, hall.rings.get(id) ?? []))
}
