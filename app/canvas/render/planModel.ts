import { PLACED_KINDS, type RecordKey } from '#shared/document/records'
import { unionBox } from '#shared/geometry/boxes'
import { boundsOf } from '#shared/geometry/place'
import { SpatialIndex } from '#shared/geometry/spatialIndex'
import type { Box, Polygon } from '#shared/geometry/types'
import type { HallId } from '#shared/kernel/ids'
import { type ItemKey, isPlacedKind, itemKey, standing } from '#shared/plan/itemKey'
import { STACKING } from '../editor/hit'
import type { PlanStore } from '../editor/types'
import { type ItemSources, type PlanItem, planItem } from './planItem'

const NOWHERE: Box = { minX: 0, minY: 0, maxX: 1, maxY: 1 }
const LEVEL = Object.fromEntries(STACKING.map((kind, level) => [kind, level])) as Record<PlanItem['kind'], number>

export const byLevel = (a: PlanItem, b: PlanItem): number => LEVEL[a.kind] - LEVEL[b.kind]

/** What is drawn of one hall. Things that are `hot` (moving, or changed a moment ago) are in no bitmap and not in `cold`. */
export class PlanModel {
  readonly items = new Map<ItemKey, PlanItem>()
  readonly cold = new SpatialIndex<PlanItem>()
  floor: Polygon = []
  /** Around the hall and everything that ever lay outside of it. */
  bounds: Box = NOWHERE

  constructor(
    private readonly store: PlanStore,
    private readonly sources: ItemSources,
    readonly hallId: HallId | null,
  ) {
    this.readFloor()
    if (hallId === null) return
    const { plan } = store
    for (const kind of PLACED_KINDS) {
      for (const record of plan[kind].values()) {
        if (record.hallId !== hallId || !standing(record)) continue
        const item = planItem(kind, record, sources)
        this.items.set(item.key, item)
      }
    }
    this.cold.load([...this.items.values()].map((item) => [item, item.box] as const))
    for (const { box } of this.items.values()) this.bounds = unionBox(this.bounds, box)
  }

  readFloor(): void {
    const hall = this.hallId === null ? undefined : this.store.get('halls', this.hallId)
    this.floor = hall?.outline ?? []
    this.bounds = hall ? boundsOf(hall.outline) : NOWHERE
    for (const { box } of this.items.values()) this.bounds = unionBox(this.bounds, box)
  }

  /** Reads one thing again; undefined when it is no longer in this hall. The thing must be out of `cold` before. */
  refresh(key: ItemKey): PlanItem | undefined {
    const slash = key.indexOf('/')
    const kind = key.slice(0, slash)
    if (!isPlacedKind(kind)) return undefined
    const record = standing(this.store.get(kind, key.slice(slash + 1)))
    if (!record || record.hallId !== this.hallId) {
      this.items.delete(key)
      return undefined
    }
    const item = planItem(kind, record, this.sources)
    this.items.set(key, item)
    this.bounds = unionBox(this.bounds, item.box)
    return item
  }

  /** From the bottom to the top. */
  coldIn(box: Box): PlanItem[] {
    return this.cold.search(box).sort(byLevel)
  }

  /** Keys of this hall among the records touched. */
  keysOf(touched: readonly RecordKey[]): ItemKey[] {
    return touched.flatMap(({ kind, id }) => {
      if (!isPlacedKind(kind)) return []
      const key = itemKey(kind, id)
      const record = standing(this.store.get(kind, id))
      return this.items.has(key) || record?.hallId === this.hallId ? [key] : []
    })
  }
}
