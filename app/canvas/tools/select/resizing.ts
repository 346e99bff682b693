import { boundsOf, centreOf, placeCorners, rotateAround } from '#shared/geometry/place'
import type { Edge } from '#shared/geometry/snapping'
import type { Place, Point } from '#shared/geometry/types'
import { itemOf } from '#shared/plan/itemKey'
import { resizePlaced, roundPlace } from '#shared/plan/ops/resizePlaced'
import type { EditorContext } from '../../editor/context'
import { type HandleSide, handlePoint, resizeCursor } from '../../editor/selectionFrame'
import { snapInHall, snaps } from '../../editor/snapTargets'
import type { ItemKey } from '../../editor/types'
import { gridStep } from '../../editor/viewport'
import type { Gesture, PointerInput } from '../tool'

const SMALLEST_MM = 50
const QUARTER_TURN = 9000

/** One side or corner follows the pointer, the opposite one stays; Shift keeps the proportions. */
export function resizing(context: EditorContext, start: PointerInput, key: ItemKey, side: HandleSide): Gesture {
  const plan = context.store.plan
  const record = itemOf(plan, key)
  const before: Place = record?.place ?? [0, 0, 1, 1, 0]
  const round = record !== undefined && 'round' in record && record.round
  const corners = placeCorners(before)
  const grabbed = handlePoint(corners, side)
  const anchor = handlePoint(corners, { hx: negate(side.hx), hy: negate(side.hy) })
  const rotation = before[4]
  let place = before

  /** The handle's wished position, snapped where the thing stands square to the axes. */
  const snapped = (wish: Point, pointer: PointerInput) => {
    if (rotation % QUARTER_TURN !== 0) return { point: wish, guides: [] }
    const [outX, outY] = rotateAround([side.hx, side.hy], [0, 0], rotation)
    const box = boundsOf([anchor, wish])
    const edgeOf = (out: number): Edge[] => (out === 0 ? [] : out > 0 ? ['max'] : ['min'])
    const edges = { x: edgeOf(outX), y: edgeOf(outY) }
    const { dx, dy, guides } = snapInHall(context, box, pointer, { except: new Set([key]), edges })
    return { point: [wish[0] + dx, wish[1] + dy] as Point, guides }
  }

  return {
    name: 'resizing',
    cursor: resizeCursor(side, rotation),
    enter() {
      context.update({ hover: null })
    },
    move(pointer) {
      const wish: Point = [grabbed[0] + pointer.plan[0] - start.plan[0], grabbed[1] + pointer.plan[1] - start.plan[1]]
      const { point, guides } = snapped(wish, pointer)
      const grid = rotation % QUARTER_TURN !== 0 && snaps(context, pointer) ? gridStep(context.state.viewport.scale) : 0
      place = stretched(before, anchor, point, side, { keepRatio: pointer.shift || round, grid })
      context.update({ guides })
      context.preview({
        moved: new Map([[key, { place }]]),
        fresh: [],
        painted: new Set(),
        measure: { widthMm: place[2], depthMm: place[3] },
      })
      return undefined
    },
    up() {
      context.update({ guides: [] })
      void context.commit(() => resizePlaced(context.store.plan, { key, place }))
    },
    cancel() {
      context.update({ guides: [] })
      context.preview(null)
    },
  }
}

const negate = (side: -1 | 0 | 1): -1 | 0 | 1 => (side === 0 ? 0 : side === 1 ? -1 : 1)

/** The place whose handle is at `point` while the anchor keeps its position. */
export function stretched(
  before: Place,
  anchor: Point,
  point: Point,
  { hx, hy }: HandleSide,
  { keepRatio, grid }: { keepRatio: boolean; grid: number },
): Place {
  const [, , width, depth, rotation] = before
  const [alongX, alongY] = rotateAround([point[0] - anchor[0], point[1] - anchor[1]], [0, 0], -rotation)
  const onGrid = (length: number) => (grid > 0 ? Math.round(length / grid) * grid : length)
  const length = (wish: number, old: number) => Math.max(Math.min(SMALLEST_MM, old), onGrid(wish))
  let newWidth = hx === 0 ? width : length(alongX * hx, width)
  let newDepth = hy === 0 ? depth : length(alongY * hy, depth)
  if (keepRatio) {
    const factor = Math.max(hx === 0 ? 0 : newWidth / width, hy === 0 ? 0 : newDepth / depth)
    newWidth = width * factor
    newDepth = depth * factor
  }
  newWidth = Math.max(1, Math.round(newWidth))
  newDepth = Math.max(1, Math.round(newDepth))
  // From the anchor to the new middle; on an axis that the handle leaves alone both lie on the old middle line.
  const [cx, cy] = rotateAround([(hx * newWidth) / 2, (hy * newDepth) / 2], [0, 0], rotation)
  const centre: Point = hx === 0 && hy === 0 ? centreOf(before) : [anchor[0] + cx, anchor[1] + cy]
  return roundPlace([centre[0] - newWidth / 2, centre[1] - newDepth / 2, newWidth, newDepth, rotation])
}
