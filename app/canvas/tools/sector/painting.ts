import { assignSector } from '#shared/plan/ops/assignSector'
import type { EditorContext } from '../../editor/context'
import type { ItemKey } from '../../editor/types'
import type { Gesture, PointerInput } from '../tool'

/** Every booth that the pointer touches goes to the sector of the palette. */
export function painting(context: EditorContext, start: PointerInput): Gesture {
  const painted = new Set<ItemKey>()
  const touch = ({ plan }: PointerInput) => {
    const key = context.itemAt(plan)
    if (!key?.startsWith('booths/') || painted.has(key)) return
    painted.add(key)
    context.preview({ moved: new Map(), fresh: [], painted: new Set(painted), measure: null })
  }
  return {
    name: 'painting',
    cursor: 'copy',
    enter() {
      touch(start)
    },
    move(pointer) {
      touch(pointer)
      return undefined
    },
    up() {
      const { sectorId } = context.state.options
      void context.commit(() => assignSector(context.store.plan, { keys: painted, sectorId }))
    },
    cancel() {
      context.preview(null)
    },
  }
}
