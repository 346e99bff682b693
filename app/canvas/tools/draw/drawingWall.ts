import type { Place, Point } from '#shared/geometry/types'
import { directionOf, distance, midpoint, whole } from '#shared/geometry/vectors'
import { createPlaced } from '#shared/plan/ops/createPlaced'
import type { EditorContext } from '../../editor/context'
import { snapPoint } from '../../editor/snapTargets'
import { type Gesture, isDrag, type PointerInput } from '../tool'
import { addItem, freshPreview } from './drawing'

const SHORTEST_MM = 100
const HALF_TURN = 18_000
/** So near to level or plumb a line is meant to be it, 1/100 degree. */
const STRAIGHT_WITHIN = 400
const SHIFT_STEP = 1500

/** From end to end; straightens itself near level and plumb, with Shift goes in steps of 15 degrees. */
export function drawingWall(context: EditorContext, start: PointerInput): Gesture {
  const { point: from } = snapPoint(context, start.plan, start)
  let place: Place | null = null
  return {
    name: 'drawingWall',
    cursor: 'crosshair',
    enter() {
      context.preview(null)
    },
    move(pointer) {
      if (!place && !isDrag(start, pointer)) return undefined
      const { point: wish, guides } = snapPoint(context, pointer.plan, pointer)
      const to = straightened(from, wish, pointer)
      place = wallBetween(from, to, context.state.options.wall.thicknessMm)
      context.update({ guides })
      context.preview(
        freshPreview([{ kind: 'walls', place }], {
          widthMm: place[2],
          depthMm: context.state.options.wall.thicknessMm,
        }),
      )
      return undefined
    },
    up() {
      context.update({ guides: [] })
      const drawn = place
      if (drawn && drawn[2] >= SHORTEST_MM) {
        addItem(context, 'walls', (id, hallId) => createPlaced({ kind: 'walls', id, hallId, place: drawn }))
      } else context.preview(null)
    },
    cancel() {
      context.update({ guides: [] })
      context.preview(null)
    },
  }
}

function straightened(from: Point, to: Point, { shift, alt }: PointerInput): Point {
  const step = shift ? SHIFT_STEP : 9000
  const angle = directionOf(from, to)
  const straight = Math.round(angle / step) * step
  if (alt || (!shift && Math.abs(angle - straight) > STRAIGHT_WITHIN)) return to
  const radians = (straight * Math.PI) / HALF_TURN
  const length = distance(from, to)
  return [from[0] + length * Math.cos(radians), from[1] + length * Math.sin(radians)]
}

/** A wall has no front: its direction is kept within half a turn. */
export function wallBetween(from: Point, to: Point, thickness: number): Place {
  const width = Math.max(1, Math.round(distance(from, to)))
  const [cx, cy] = midpoint(from, to)
  const rotation = Math.round(directionOf(from, to)) % HALF_TURN
  return [whole(cx - width / 2), whole(cy - thickness / 2), width, thickness, rotation]
}
