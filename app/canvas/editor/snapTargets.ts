import { boxAround, growBox } from '#shared/geometry/boxes'
import { edgesOf } from '#shared/geometry/polygons'
import { type Edge, type Snapped, snapBox } from '#shared/geometry/snapping'
import type { Box, Point } from '#shared/geometry/types'
import type { EditorContext } from './context'
import type { ItemKey, Modifiers } from './types'
import { gridStep } from './viewport'

/** Things further away than this pull nothing. */
const NEIGHBOUR_MM = 8000
const SNAP_PX = 8

const NOTHING: Snapped = { dx: 0, dy: 0, guides: [] }

/** Held Alt turns snapping round. */
export const snaps = (context: EditorContext, modifiers: Pick<Modifiers, 'alt'>): boolean =>
  context.state.snapping !== modifiers.alt

/** Shifts that bring a box of the current hall in line with what lies around it, or onto the grid. */
export function snapInHall(
  context: EditorContext,
  box: Box,
  modifiers: Pick<Modifiers, 'alt'>,
  options: { except?: ReadonlySet<ItemKey>; edges?: { x: readonly Edge[]; y: readonly Edge[] } } = {},
): Snapped {
  const { hallId, viewport } = context.state
  if (hallId === null || !snaps(context, modifiers)) return NOTHING
  const { scale } = viewport
  const index = context.index(hallId)
  const neighbours: Box[] = []
  for (const key of index.search(growBox(box, NEIGHBOUR_MM))) {
    const around = options.except?.has(key) ? undefined : index.boxOf(key)
    if (around) neighbours.push(around)
  }
  for (const [a, b] of edgesOf(context.store.get('halls', hallId)?.outline ?? [])) {
    if (a[0] === b[0] || a[1] === b[1]) neighbours.push(boxAround(a, b))
  }
  const snapOptions = { tolerance: SNAP_PX / scale, grid: gridStep(scale) }
  return snapBox(box, neighbours, options.edges ? { ...snapOptions, edges: options.edges } : snapOptions)
}

/** A single point, to the edges of neighbours or to the grid. */
export function snapPoint(context: EditorContext, point: Point, modifiers: Pick<Modifiers, 'alt'>) {
  const snapped = snapInHall(context, boxAround(point, point), modifiers, { edges: { x: ['min'], y: ['min'] } })
  return { point: [point[0] + snapped.dx, point[1] + snapped.dy] as Point, guides: snapped.guides }
}
