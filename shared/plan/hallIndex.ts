import { PLACED_KINDS, type Plan } from '#shared/document/records'
import { SpatialIndex } from '#shared/geometry/spatialIndex'
import type { Box } from '#shared/geometry/types'
import type { HallId } from '#shared/kernel/ids'
import { type ItemKey, itemKey, type PlacedRecord, standing } from './itemKey'
import { boxOf } from './shapes'

/** Where everything is, hall by hall; follows the records one by one. */
export class HallIndex {
  private readonly halls = new Map<HallId, SpatialIndex<ItemKey>>()
  private readonly hallOfItem = new Map<ItemKey, HallId>()

  constructor(plan: Plan) {
    const boxes = new Map<HallId, [ItemKey, Box][]>()
    for (const kind of PLACED_KINDS) {
      for (const record of plan[kind].values()) {
        if (!standing(record)) continue
        const key = itemKey(kind, record.id)
        const list = boxes.get(record.hallId) ?? []
        boxes.set(record.hallId, list)
        list.push([key, boxOf(record)])
        this.hallOfItem.set(key, record.hallId)
      }
    }
    for (const [hallId, list] of boxes) this.of(hallId).load(list)
  }

  of(hallId: HallId): SpatialIndex<ItemKey> {
    let index = this.halls.get(hallId)
    if (!index) {
      index = new SpatialIndex()
      this.halls.set(hallId, index)
    }
    return index
  }

  /** Takes over one record as it is now; undefined when it is gone. */
  update(key: ItemKey, record: PlacedRecord | undefined): void {
    const now = standing(record)
    const before = this.hallOfItem.get(key)
    if (before !== undefined && before !== now?.hallId) {
      this.of(before).delete(key)
      this.hallOfItem.delete(key)
    }
    if (!now) return
    this.of(now.hallId).set(key, boxOf(now))
    this.hallOfItem.set(key, now.hallId)
  }
}
