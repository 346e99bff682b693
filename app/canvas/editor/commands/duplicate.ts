import { boxHolds, growBox, shiftBox, unionOf } from '#shared/geometry/boxes'
import type { Box } from '#shared/geometry/types'
import { newId } from '#shared/kernel/ids'
import { itemOf } from '#shared/plan/itemKey'
import { duplicatePlaced } from '#shared/plan/ops/duplicatePlaced'
import { boxOf } from '#shared/plan/shapes'
import type { EditorContext } from '../context'
import { hasSelection } from './selection'
import type { Command } from './types'

const OFFSET_MM = 500

/** Copies stand beside the originals where the floor is free: to the right, the left, below or above; else a little aside. */
export const duplicate: Command = {
  id: 'duplicate',
  group: 'edit',
  shortcuts: [{ key: 'd', mod: true }],
  edits: true,
  isEnabled: hasSelection,
  perform(context) {
    const { store, state } = context
    const box = unionOf([...state.selection].flatMap((key) => boxIn(context, key)))
    if (!box) return
    const [dx, dy] = freeOffset(context, box)
    const { patch, copies } = duplicatePlaced(store.plan, {
      keys: state.selection,
      dx,
      dy,
      newId: () => newId(context.randomBytes),
    })
    void context
      .commit(() => patch)
      .then((applied) => {
        if (applied) context.select(copies)
      })
  },
}

function boxIn({ store }: EditorContext, key: Parameters<typeof itemOf>[1]): Box[] {
  const record = itemOf(store.plan, key)
  return record ? [boxOf(record)] : []
}

function freeOffset(context: EditorContext, box: Box): readonly [number, number] {
  const { hallId } = context.state
  const hall = context.hallBox()
  const [width, depth] = [Math.ceil(box.maxX - box.minX), Math.ceil(box.maxY - box.minY)]
  const beside = [
    [width, 0],
    [-width, 0],
    [0, depth],
    [0, -depth],
  ] as const
  const free = beside.find(([dx, dy]) => {
    const there = shiftBox(box, dx, dy)
    // Touching is allowed.
    return (
      hallId !== null && hall && boxHolds(hall, there) && context.index(hallId).search(growBox(there, -1)).length === 0
    )
  })
  return free ?? [OFFSET_MM, OFFSET_MM]
}
