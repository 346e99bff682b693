import { nearestOnRing } from '#shared/geometry/polygons'
import type { Place, Point, Polygon } from '#shared/geometry/types'
import { directionOf, distance, lerp, whole } from '#shared/geometry/vectors'
import { normaliseAngle } from '#shared/kernel/units'
import { createPlaced } from '#shared/plan/ops/createPlaced'
import { snaps } from '../../editor/snapTargets'
import { gridStep } from '../../editor/viewport'
import { placingTool } from './placingTool'

/** How thick an opening is drawn, mm. */
const EXIT_DEPTH_MM = 300

/** An opening sits on the outline of the hall, wherever the pointer is. */
export const exitTool = placingTool('exit', (context) => ({
  at(pointer) {
    const { hallId, options, viewport } = context.state
    const hall = hallId === null ? undefined : context.store.get('halls', hallId)
    const grid = snaps(context, pointer) ? gridStep(viewport.scale) : 1
    const place = hall && openingAt(hall.outline, pointer.plan, options.exit.widthMm, grid)
    return place ? { item: { kind: 'exits', place }, guides: [] } : null
  },
  patch: ({ place }, id, hallId) =>
    createPlaced({ kind: 'exits', id, hallId, place, exitKind: context.state.options.exit.kind }),
}))

/** The opening nearest to a point: whole on one side of the outline where that is long enough, at a grid distance from its end. */
export function openingAt(outline: Polygon, point: Point, width: number, grid: number): Place | null {
  const nearest = nearestOnRing(point, outline)
  if (!nearest) return null
  const [a, b] = nearest.edge
  const length = distance(a, b)
  const wished = Math.round((distance(a, nearest.point) - width / 2) / grid) * grid + width / 2
  const along = length <= width ? length / 2 : Math.min(length - width / 2, Math.max(width / 2, wished))
  const [cx, cy] = lerp(a, b, length === 0 ? 0 : along / length)
  const rotation = normaliseAngle(directionOf(a, b))
  return [whole(cx - width / 2), whole(cy - EXIT_DEPTH_MM / 2), width, EXIT_DEPTH_MM, rotation]
}
