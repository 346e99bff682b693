import type { Point } from '#shared/geometry/types'
import { directionOf } from '#shared/geometry/vectors'
import { normaliseAngle } from '#shared/kernel/units'
import { itemOf } from '#shared/plan/itemKey'
import { pivotOf, rotatePlaced } from '#shared/plan/ops/rotatePlaced'
import { rotateShape, shapeOf } from '#shared/plan/shapes'
import type { EditorContext } from '../../editor/context'
import type { Gesture, PointerInput } from '../tool'

const STEP = 1500
const FREE_STEP = 10

/** The selection turns about its middle, in steps of 15 degrees; with Shift (or without snapping) in tenths. */
export function rotating(context: EditorContext, start: PointerInput): Gesture {
  const plan = context.store.plan
  const keys = context.state.selection
  const pivot: Point = pivotOf(plan, keys) ?? start.plan
  const from = directionOf(pivot, start.plan)
  const shapes = [...keys].flatMap((key) => {
    const record = itemOf(plan, key)
    return record ? [[key, shapeOf(record)] as const] : []
  })
  const first = shapes.length === 1 ? (shapes[0]?.[1].place?.[4] ?? 0) : 0
  let angle = 0
  return {
    name: 'rotating',
    cursor: 'rotate',
    enter() {
      context.update({ hover: null })
    },
    move(pointer) {
      const step = pointer.shift || pointer.alt ? FREE_STEP : STEP
      const turned = first + directionOf(pivot, pointer.plan) - from
      angle = normaliseAngle(Math.round(turned / step) * step - first)
      context.preview({
        moved: new Map(shapes.map(([key, shape]) => [key, rotateShape(shape, pivot, angle)])),
        fresh: [],
        painted: new Set(),
        measure: { angle: normaliseAngle(first + angle) },
      })
      return undefined
    },
    up() {
      void context.commit(() => rotatePlaced(plan, { keys, angle, pivot }))
    },
    cancel() {
      context.preview(null)
    },
  }
}
