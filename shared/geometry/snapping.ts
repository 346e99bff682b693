import type { Box } from './types'

export type Edge = 'min' | 'mid' | 'max'

export interface SnapOptions {
  /** How far something jumps, mm. */
  tolerance: number
  /** Raster of the grid, mm; 0 for none. Neighbours win over the grid. */
  grid: number
  /** Which edges of the box may catch: all of them when it moves, one when it is resized, none to leave an axis alone. */
  edges?: { x: readonly Edge[]; y: readonly Edge[] }
}

/** A line along which things stand in line, in plan mm. */
export interface SnapGuide {
  axis: 'x' | 'y'
  at: number
  from: number
  to: number
}

export interface Snapped {
  dx: number
  dy: number
  guides: SnapGuide[]
}

const ALL: readonly Edge[] = ['min', 'max', 'mid']
const SAME_MM = 0.5

/** A box seen along one axis: its extent there, and across. */
interface Span {
  min: number
  mid: number
  max: number
  crossMin: number
  crossMax: number
}

const along = (axis: 'x' | 'y', box: Box): Span =>
  axis === 'x'
    ? { min: box.minX, mid: (box.minX + box.maxX) / 2, max: box.maxX, crossMin: box.minY, crossMax: box.maxY }
    : { min: box.minY, mid: (box.minY + box.maxY) / 2, max: box.maxY, crossMin: box.minX, crossMax: box.maxX }

/** How far a box is to be shifted so that it stands in line with its neighbours, or on the grid. */
export function snapBox(box: Box, neighbours: readonly Box[], options: SnapOptions): Snapped {
  const edges = options.edges ?? { x: ALL, y: ALL }
  const x = snapAxis('x', box, neighbours, edges.x, options)
  const y = snapAxis('y', box, neighbours, edges.y, options)
  const moved = {
    minX: box.minX + x.shift,
    maxX: box.maxX + x.shift,
    minY: box.minY + y.shift,
    maxY: box.maxY + y.shift,
  }
  const guides = [
    ...(x.caught ? guidesOf('x', moved, neighbours, edges.x) : []),
    ...(y.caught ? guidesOf('y', moved, neighbours, edges.y) : []),
  ]
  return { dx: x.shift, dy: y.shift, guides }
}

function snapAxis(
  axis: 'x' | 'y',
  box: Box,
  neighbours: readonly Box[],
  edges: readonly Edge[],
  { tolerance, grid }: SnapOptions,
): { shift: number; caught: boolean } {
  const own = along(axis, box)
  let best = Infinity
  for (const neighbour of neighbours) {
    const other = along(axis, neighbour)
    for (const edge of edges) {
      const targets = edge === 'mid' ? [other.mid] : [other.min, other.max]
      for (const target of targets) {
        const shift = target - own[edge]
        if (Math.abs(shift) < Math.abs(best)) best = shift
      }
    }
  }
  if (Math.abs(best) <= tolerance) return { shift: best, caught: true }
  const [lead] = edges
  if (grid <= 0 || lead === undefined) return { shift: 0, caught: false }
  return { shift: Math.round(own[lead] / grid) * grid - own[lead], caught: false }
}

/** One line for each place where an edge now stands in line with a neighbour. */
function guidesOf(axis: 'x' | 'y', box: Box, neighbours: readonly Box[], edges: readonly Edge[]): SnapGuide[] {
  const own = along(axis, box)
  const guides = new Map<number, SnapGuide>()
  for (const neighbour of neighbours) {
    const other = along(axis, neighbour)
    for (const edge of edges) {
      const at = own[edge]
      const meets = (edge === 'mid' ? [other.mid] : [other.min, other.max]).some((v) => Math.abs(v - at) < SAME_MM)
      if (!meets) continue
      const guide = guides.get(at) ?? { axis, at, from: own.crossMin, to: own.crossMax }
      guide.from = Math.min(guide.from, other.crossMin)
      guide.to = Math.max(guide.to, other.crossMax)
      guides.set(at, guide)
    }
  }
  return [...guides.values()]
}
