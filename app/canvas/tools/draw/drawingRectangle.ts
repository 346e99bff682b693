import { boxAround } from '#shared/geometry/boxes'
import type { Place, Point } from '#shared/geometry/types'
import type { EditorContext } from '../../editor/context'
import { snapPoint } from '../../editor/snapTargets'
import type { FreshItem } from '../../editor/types'
import { type Gesture, isDrag, type PointerInput } from '../tool'
import { freshPreview, placeAbout, placeOf } from './drawing'

export interface RectangleTool {
  /** Of what a click makes, mm. */
  size(): { widthMm: number; depthMm: number }
  /** What the preview shows at this place. */
  fresh(place: Place): FreshItem
  create(place: Place): void
}

/** Nothing that stands in a hall is narrower. */
const SMALLEST_MM = 200

/** From corner to corner, a square with Shift; a click makes one of the usual size about the pointer. */
export function drawingRectangle(context: EditorContext, start: PointerInput, tool: RectangleTool): Gesture {
  const { point: corner } = snapPoint(context, start.plan, start)
  let dragged = false
  let place = clicked(start).place

  function clicked(pointer: PointerInput) {
    const { widthMm, depthMm } = tool.size()
    return placeAbout(context, pointer.plan, widthMm, depthMm, pointer)
  }

  function drawn(pointer: PointerInput) {
    const { point, guides } = snapPoint(context, pointer.plan, pointer)
    const box = boxAround(corner, pointer.shift ? squared(corner, point) : point)
    return { place: placeOf(box), guides }
  }

  const show = (pointer: PointerInput) => {
    const next = dragged ? drawn(pointer) : clicked(pointer)
    place = next.place
    context.update({ guides: next.guides })
    context.preview(freshPreview([tool.fresh(place)], { widthMm: place[2], depthMm: place[3] }))
  }

  return {
    name: 'drawingRectangle',
    cursor: 'crosshair',
    enter() {
      show(start)
    },
    move(pointer) {
      dragged ||= isDrag(start, pointer)
      if (dragged) show(pointer)
      return undefined
    },
    up() {
      context.update({ guides: [] })
      if (dragged && (place[2] < SMALLEST_MM || place[3] < SMALLEST_MM)) context.preview(null)
      else tool.create(place)
    },
    cancel() {
      context.update({ guides: [] })
      context.preview(null)
    },
  }
}

function squared([x, y]: Point, [px, py]: Point): Point {
  const size = Math.max(Math.abs(px - x), Math.abs(py - y))
  return [x + size * (px < x ? -1 : 1), y + size * (py < y ? -1 : 1)]
}
