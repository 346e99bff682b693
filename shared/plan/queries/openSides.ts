import type { Booth, Plan } from '#shared/document/records'
import { growBox } from '#shared/geometry/boxes'
import { segmentMeetsPolygon } from '#shared/geometry/distances'
import { boundsOf } from '#shared/geometry/place'
import { clockwise, edgesOf, pointInPolygon } from '#shared/geometry/polygons'
import type { Point, Polygon } from '#shared/geometry/types'
import { directionOf, distance, lerp } from '#shared/geometry/vectors'
import { HallIndex } from '../hallIndex'
import { itemKey, itemOf, splitKey } from '../itemKey'
import { ringOf } from '../shapes'

/** A side with something nearer than this borders it. */
const REACH_MM = 500
/** How far inside its own edge the measuring begins, so that neighbours drawn a little over it count. */
const OVERLAP_MM = 10
/** Share of a side that must be free for it to be open (rule L20). */
const OPEN_SHARE = 0.5

/** After the trade: row has one open side, corner two, head three, island four; through is open on two opposite ones. */
export const BOOTH_KINDS = ['closed', 'row', 'corner', 'through', 'head', 'island'] as const
export type BoothKind = (typeof BOOTH_KINDS)[number]

/** The four sides of a booth, seen along its own front: of an outline, all edges that face that way. */
export interface BoothSides {
  front: boolean
  right: boolean
  back: boolean
  left: boolean
}

export interface BoothOpenness {
  sides: BoothSides
  /** 0 ... 4. */
  openSides: number
  kind: BoothKind
}

/** Booths and walls that can close a side, and the hall whose edge does. */
export interface Surroundings {
  hall: Polygon | null
  neighbours: readonly Polygon[]
}

/** Which sides of one shape are open. `ring` as drawn; the front is its first edge, for outlines its longest. */
export function opennessOf(ring: Polygon, around: Surroundings, firstIsFront = true): BoothOpenness {
  const edges = [...edgesOf(clockwise(ring))].filter(([a, b]) => distance(a, b) > 0)
  const front = (firstIsFront && edges[0]) || longestOf(edges)
  const facing = directionOf(...front)
  const lengths = [0, 0, 0, 0]
  const free = [0, 0, 0, 0]
  for (const [a, b] of edges) {
    const quarter = Math.round((directionOf(a, b) - facing + 36_000) / 9000) % 4
    const length = distance(a, b)
    lengths[quarter] = (lengths[quarter] as number) + length
    free[quarter] = (free[quarter] as number) + length * freeShare(a, b, around)
  }
  // In hundredths of a millimetre, so that exactly half stays half.
  const open = lengths.map(
    (length, i) => length > 0 && Math.round((free[i] as number) * 100) >= Math.round(length * OPEN_SHARE * 100),
  )
  const [isFront = false, right = false, back = false, left = false] = open
  const sides = { front: isFront, right, back, left }
  const openSides = open.filter(Boolean).length
  return { sides, openSides, kind: kindOf(sides, openSides) }
}

function longestOf(edges: readonly (readonly [Point, Point])[]): readonly [Point, Point] {
  let longest: readonly [Point, Point] = [
    [0, 0],
    [0, 0],
  ]
  for (const edge of edges) if (distance(edge[0], edge[1]) > distance(longest[0], longest[1])) longest = edge
  return longest
}

function kindOf(sides: BoothSides, openSides: number): BoothKind {
  if (openSides === 0) return 'closed'
  if (openSides === 1) return 'row'
  if (openSides === 3) return 'head'
  if (openSides === 4) return 'island'
  return sides.front === sides.back ? 'through' : 'corner'
}

/**
 * The share of an edge that nothing borders. Along the edge the answer can only change where a corner of a neighbour
 * stands, or where a neighbour's side enters or leaves the strip; between those places one measurement decides.
 */
function freeShare(a: Point, b: Point, { hall, neighbours }: Surroundings): number {
  const length = distance(a, b)
  // The ring runs clockwise with y down, so the outside is to the left of a -> b.
  const out: Point = [(b[1] - a[1]) / length, -(b[0] - a[0]) / length]
  const along: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
  const stops = [0, 1]
  for (const ring of hall ? [...neighbours, hall] : neighbours) addStops(stops, ring, a, along, out, length)
  stops.sort((p, q) => p - q)
  let free = 0
  for (let i = 0; i + 1 < stops.length; i++) {
    const [from, to] = [stops[i] as number, stops[i + 1] as number]
    if (to - from < 1e-9) continue
    const base = lerp(a, b, (from + to) / 2)
    const near: Point = [base[0] - out[0] * OVERLAP_MM, base[1] - out[1] * OVERLAP_MM]
    const far: Point = [base[0] + out[0] * REACH_MM, base[1] + out[1] * REACH_MM]
    const closed =
      (hall && !pointInPolygon(far, hall)) || neighbours.some((ring) => segmentMeetsPolygon(near, far, ring))
    if (!closed) free += to - from
  }
  return free
}

function addStops(stops: number[], ring: Polygon, a: Point, along: Point, out: Point, length: number): void {
  const local = ring.map(([x, y]): Point => {
    const [dx, dy] = [x - a[0], y - a[1]]
    return [(dx * along[0] + dy * along[1]) / length, dx * out[0] + dy * out[1]]
  })
  const add = (t: number) => {
    if (t > 0 && t < 1) stops.push(t)
  }
  for (const [[t1, h1], [t2, h2]] of edgesOf(local)) {
    add(t1)
    for (const level of [-OVERLAP_MM, REACH_MM]) {
      if (h1 > level !== h2 > level) add(t1 + ((level - h1) / (h2 - h1)) * (t2 - t1))
    }
  }
}

/** Open sides of one booth of the plan. An index of the plan may be handed in where many are asked for. */
export function openSides(plan: Plan, booth: Booth, index = new HallIndex(plan)): BoothOpenness {
  const ring = ringOf(booth)
  const own = itemKey('booths', booth.id)
  const neighbours: Polygon[] = []
  for (const key of index.of(booth.hallId).search(growBox(boundsOf(ring), REACH_MM))) {
    const { kind } = splitKey(key)
    const record = key !== own && (kind === 'booths' || kind === 'walls') ? itemOf(plan, key) : undefined
    if (record) neighbours.push(ringOf(record))
  }
  const hall = plan.halls.get(booth.hallId)?.outline ?? null
  return opennessOf(ring, { hall, neighbours }, booth.place !== undefined)
}

/** Open sides of every standing booth. */
export function allOpenSides(plan: Plan): Map<string, BoothOpenness> {
  const index = new HallIndex(plan)
  const found = new Map<string, BoothOpenness>()
  for (const booth of plan.booths.values()) if (!booth.removed) found.set(booth.id, openSides(plan, booth, index))
  return found
}
