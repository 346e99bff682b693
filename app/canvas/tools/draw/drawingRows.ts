import { boxAround } from '#shared/geometry/boxes'
import type { Box } from '#shared/geometry/types'
import { type BoothId, newId } from '#shared/kernel/ids'
import { itemKey } from '#shared/plan/itemKey'
import { isFree } from '#shared/plan/layout/freePlaces'
import { layoutRows, type Row } from '#shared/plan/layout/rows'
import { createRowsOfBooths } from '#shared/plan/ops/createRowsOfBooths'
import { proposeRowNumbers } from '#shared/plan/queries/boothNumbers'
import type { EditorContext } from '../../editor/context'
import { snapPoint } from '../../editor/snapTargets'
import type { FreshItem } from '../../editor/types'
import { type Gesture, isDrag, type PointerInput } from '../tool'
import { freshPreview } from './drawing'

/** An area is filled with lines of booths, back to back, round whatever stands there already. */
export function drawingRows(context: EditorContext, start: PointerInput): Gesture {
  const { point: corner } = snapPoint(context, start.plan, start)
  let dragged = false
  let area: Box = boxAround(corner, corner)

  const rowsIn = (box: Box): Row[] => {
    const { hallId, options } = context.state
    if (hallId === null) return []
    const [plan, index] = [context.store.plan, context.index(hallId)]
    return layoutRows(box, options.rows)
      .map(({ places }) => ({ places: places.filter((place) => isFree(plan, hallId, place, index)) }))
      .filter(({ places }) => places.length > 0)
  }

  const preview = (rows: Row[]): FreshItem[] => {
    const { hallId } = context.state
    if (hallId === null) return []
    const lengths = rows.map(({ places }) => places.length)
    const numbers = proposeRowNumbers(context.store.plan, hallId, lengths)
    return rows.flatMap(({ places }, line) =>
      places.map((place, i): FreshItem => ({ kind: 'booths', place, number: numbers[line]?.[i] ?? '' })),
    )
  }

  return {
    name: 'drawingRows',
    cursor: 'crosshair',
    enter() {
      context.preview(null)
    },
    move(pointer) {
      dragged ||= isDrag(start, pointer)
      if (!dragged) return undefined
      const { point, guides } = snapPoint(context, pointer.plan, pointer)
      area = boxAround(corner, point)
      const measure = { widthMm: Math.round(area.maxX - area.minX), depthMm: Math.round(area.maxY - area.minY) }
      context.update({ guides, marquee: area })
      context.preview(freshPreview(preview(rowsIn(area)), measure))
      return undefined
    },
    up() {
      context.update({ guides: [], marquee: null })
      const { hallId, options } = context.state
      const rows = rowsIn(area)
      if (hallId === null || rows.length === 0) {
        context.preview(null)
        context.say(hallId === null ? 'noHall' : 'nothingFits')
        return
      }
      const ids: BoothId[] = rows.flatMap(({ places }) => places.map(() => newId<BoothId>(context.randomBytes)))
      const patch = () => {
        const fresh = ids.values()
        const nextId = () => fresh.next().value ?? newId<BoothId>(context.randomBytes)
        return createRowsOfBooths(context.store.plan, { hallId, rows, sectorId: options.sectorId, newId: nextId })
      }
      void context.commit(patch).then((applied) => {
        if (applied) context.select(ids.map((id) => itemKey('booths', id)))
      })
    },
    cancel() {
      context.update({ guides: [], marquee: null })
      context.preview(null)
    },
  }
}
