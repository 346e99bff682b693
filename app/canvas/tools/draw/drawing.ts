import type { Patch } from '#shared/document/patch'
import type { PlacedKind } from '#shared/document/records'
import { boxAround, boxCentre } from '#shared/geometry/boxes'
import type { Box, Place, Point } from '#shared/geometry/types'
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
  Math.round(minX),
  Math.round(minY),
  Math.max(1, Math.round(maxX) - Math.round(minX)),
  Math.max(1, Math.round(maxY) - Math.round(minY)),
  rotation,
]

/** A rectangle of this size about a point, in line with what lies around. */
export function placeAbout(
  context: EditorContext,
  [x, y]: Point,
  width: number,
  depth: number,
  pointer: PointerInput,
): { place: Place; guides: readonly Guide[] } {
  const box = boxAround([x - width / 2, y - depth / 2], [x + width / 2, y + depth / 2])
  const { dx, dy, guides } = snapInHall(context, box, pointer)
  const [cx, cy] = boxCentre(box)
  return { place: [Math.round(cx + dx - width / 2), Math.round(cy + dy - depth / 2), width, depth, 0], guides }
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
