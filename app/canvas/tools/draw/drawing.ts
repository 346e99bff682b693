import type { Patch } from '#shared/document/patch'
import type { PlacedKind } from '#shared/document/records'
import { boxAround, boxCentre } from '#shared/geometry/boxes'
import type { Edge } from '#shared/geometry/snapping'
import type { Box, Place, Point } from '#shared/geometry/types'
import { whole } from '#shared/geometry/vectors'
import type { HallId } from '#shared/kernel/ids'
import { newId } from '#shared/kernel/ids'
import { itemKey } from '#shared/plan/itemKey'
import type { EditorContext } from '../../editor/context'
import { snapInHall } from '../../editor/snapTargets'
import type { FreshItem, Guide, Preview } from '../../editor/types'
import type { PointerInput } from '../tool'

/** What the tools that draw have in common. */

export const freshPreview = (fresh: readonly FreshItem[], measure: Preview['measure'] = null): Preview => ({
  moved: new Map(),
  fresh,
  painted: new Set(),
  measure,
})

export const placeOf = ({ minX, minY, maxX, maxY }: Box, rotation = 0): Place => [
  whole(minX),
  whole(minY),
  Math.max(1, Math.round(maxX) - Math.round(minX)),
  Math.max(1, Math.round(maxY) - Math.round(minY)),
  rotation,
]

/** A rectangle of this size about a point, in line with what lies around; `lead` is the edge that goes onto the grid. */
export function placeAbout(
  context: EditorContext,
  [x, y]: Point,
  width: number,
  depth: number,
  pointer: PointerInput,
  lead: 'min' | 'mid' = 'min',
): { place: Place; guides: readonly Guide[] } {
  const box = boxAround([x - width / 2, y - depth / 2], [x + width / 2, y + depth / 2])
  const edges: readonly Edge[] = lead === 'min' ? ['min', 'max', 'mid'] : ['mid', 'min', 'max']
  const { dx, dy, guides } = snapInHall(context, box, pointer, { edges: { x: edges, y: edges } })
  const [cx, cy] = boxCentre(box)
  return { place: [whole(cx + dx - width / 2), whole(cy + dy - depth / 2), width, depth, 0], guides }
}

/** Adds one thing to the current hall as one step, and selects it. */
export function addItem(
  context: EditorContext,
  kind: PlacedKind,
  patchOf: (id: string, hallId: HallId) => Patch,
): void {
  const { hallId } = context.state
  if (hallId === null || !context.store.get('halls', hallId)) {
    context.preview(null)
    context.say('noHall')
    return
  }
  const id = newId(context.randomBytes)
  void context
    .commit(() => patchOf(id, hallId))
    .then((applied) => {
      if (applied) context.select([itemKey(kind, id)])
    })
}
