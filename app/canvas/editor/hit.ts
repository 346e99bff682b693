import type { PlacedKind, Plan } from '#shared/document/records'
import { boxHolds, boxRing, growBox } from '#shared/geometry/boxes'
import { pointToPolygon } from '#shared/geometry/distances'
import { intersectionArea } from '#shared/geometry/intersection'
import { boundsOf } from '#shared/geometry/place'
import type { SpatialIndex } from '#shared/geometry/spatialIndex'
import type { Box, Point } from '#shared/geometry/types'
import { type ItemKey, itemOf, splitKey } from '#shared/plan/itemKey'
import { ringOf } from '#shared/plan/shapes'

/** From the bottom to the top, as it is drawn. */
export const STACKING: readonly PlacedKind[] = ['meetingPoints', 'stages', 'booths', 'walls', 'columns', 'exits']

const level = (key: ItemKey) => STACKING.indexOf(splitKey(key).kind)
/** Thin things are hard to hit. */
const isThin = (key: ItemKey) => level(key) > STACKING.indexOf('booths')

/** The uppermost thing at a point; thin ones also when the point is `tolerance` mm beside them. */
export function itemAt(plan: Plan, index: SpatialIndex<ItemKey>, point: Point, tolerance: number): ItemKey | null {
  let best: { key: ItemKey; away: number } | null = null
  for (const key of index.search(growBox(boundsOf([point]), tolerance))) {
    const record = itemOf(plan, key)
    const away = record ? pointToPolygon(point, ringOf(record)) : Infinity
    if (away > (isThin(key) ? tolerance : 0)) continue
    if (!best || away < best.away || (away === best.away && level(key) >= level(best.key))) best = { key, away }
  }
  return best?.key ?? null
}

/** Things that lie in a box, be it with a corner only. */
export function itemsMeeting(plan: Plan, index: SpatialIndex<ItemKey>, box: Box): ItemKey[] {
  const ring = boxRing(box)
  return index.search(box).filter((key) => {
    const record = itemOf(plan, key)
    if (!record) return false
    const own = ringOf(record)
    return boxHolds(box, boundsOf(own)) || intersectionArea(own, ring) > 0
  })
}
