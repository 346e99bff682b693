import { shiftBox, unionOf } from '#shared/geometry/boxes'
import { itemOf } from '#shared/plan/itemKey'
import { movePlaced } from '#shared/plan/ops/movePlaced'
import { boxOf, moveShape, shapeOf } from '#shared/plan/shapes'
import type { EditorContext } from '../../editor/context'
import { snapInHall } from '../../editor/snapTargets'
import type { Gesture, PointerInput } from '../tool'

/** The selection follows the pointer; with Shift along one axis only. It lands where it was seen, whoever else moved it. */
export function draggingItems(context: EditorContext, start: PointerInput): Gesture {
  const plan = context.store.plan
  const keys = context.state.selection
  const shapes = [...keys].flatMap((key) => {
    const record = itemOf(plan, key)
    return record ? [[key, shapeOf(record)] as const] : []
  })
  const box = unionOf(
    [...keys].flatMap((key) => {
      const record = itemOf(plan, key)
      return record ? [boxOf(record)] : []
    }),
  )
  let [dx, dy] = [0, 0]
  return {
    name: 'draggingItems',
    cursor: 'move',
    enter() {
      context.update({ hover: null })
    },
    move(pointer) {
      const [wishX, wishY] = [pointer.plan[0] - start.plan[0], pointer.plan[1] - start.plan[1]]
      const sideways = Math.abs(wishX) >= Math.abs(wishY)
      const [x, y] = pointer.shift ? (sideways ? [wishX, 0] : [0, wishY]) : [wishX, wishY]
      if (!box) return undefined
      const edges = { x: pointer.shift && !sideways ? [] : ALL, y: pointer.shift && sideways ? [] : ALL }
      const snapped = snapInHall(context, shiftBox(box, x, y), pointer, { except: keys, edges })
      dx = Math.round(x + snapped.dx)
      dy = Math.round(y + snapped.dy)
      context.update({ guides: snapped.guides })
      context.preview({
        moved: new Map(shapes.map(([key, shape]) => [key, moveShape(shape, dx, dy)])),
        fresh: [],
        painted: NONE,
        measure: null,
      })
      return undefined
    },
    up() {
      context.update({ guides: [] })
      void context.commit(() => movePlaced(plan, { keys, dx, dy }))
    },
    cancel() {
      context.update({ guides: [] })
      context.preview(null)
    },
  }
}

const ALL = ['min', 'max', 'mid'] as const
const NONE: ReadonlySet<never> = new Set()
