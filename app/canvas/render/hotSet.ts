import type { Box } from '#shared/geometry/types'
import type { ItemKey } from '../editor/types'
import type { PlanItem } from './planItem'
import type { PlanModel } from './planModel'

/** How long a thing stays hot after its last change, ms. */
const QUIET_MS = 600

/**
 * Things lifted out of the bitmaps because they move or have just changed: they are drawn one by one, so that a change
 * costs one thing and not a bitmap. When they have been quiet for a while they are put back.
 */
export class HotSet {
  private readonly since = new Map<ItemKey, number>()
  /** Under a drag: hot until it ends. */
  private held: ReadonlySet<ItemKey> = new Set()

  constructor(
    private readonly model: PlanModel,
    private readonly mend: (box: Box) => void,
  ) {}

  get size(): number {
    return this.since.size
  }

  /** Whether there is anything that will settle by itself. */
  get settles(): boolean {
    for (const key of this.since.keys()) if (!this.held.has(key)) return true
    return false
  }

  *items(): Generator<PlanItem> {
    for (const key of this.since.keys()) {
      const item = this.model.items.get(key)
      if (item) yield item
    }
  }

  has(key: ItemKey): boolean {
    return this.since.has(key)
  }

  /** Takes a thing out of the bitmaps. */
  lift(key: ItemKey, now: number): void {
    const item = this.model.items.get(key)
    if (item && this.model.cold.has(item)) {
      this.model.cold.delete(item)
      this.mend(item.box)
    }
    this.since.set(key, now)
  }

  /** Without mending: for so many that the bitmaps are painted anew. */
  liftQuietly(key: ItemKey, now: number): void {
    const item = this.model.items.get(key)
    if (item) this.model.cold.delete(item)
    this.since.set(key, now)
  }

  hold(keys: ReadonlySet<ItemKey>, now: number): void {
    for (const key of this.held) if (this.since.has(key)) this.since.set(key, now)
    this.held = keys
  }

  /** Puts back what has been quiet; `all` without waiting. Returns what was put back. */
  settle(now: number, all = false): PlanItem[] {
    const settled: PlanItem[] = []
    for (const [key, at] of this.since) {
      if (this.held.has(key) || (!all && now - at <= QUIET_MS)) continue
      this.since.delete(key)
      const item = this.model.items.get(key)
      if (!item) continue
      this.model.cold.set(item, item.box)
      settled.push(item)
    }
    return settled
  }
}
