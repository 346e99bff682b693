import RBush from 'rbush'
import type { Box } from './types'

interface Entry<T> extends Box {
  value: T
}

/** Values by the box around each; one box a value. */
export class SpatialIndex<T> {
  private readonly tree = new RBush<Entry<T>>()
  private readonly entries = new Map<T, Entry<T>>()

  get size(): number {
    return this.entries.size
  }

  has(value: T): boolean {
    return this.entries.has(value)
  }

  boxOf(value: T): Box | undefined {
    return this.entries.get(value)
  }

  set(value: T, box: Box): void {
    this.delete(value)
    const entry = { ...box, value }
    this.entries.set(value, entry)
    this.tree.insert(entry)
  }

  /** Much faster than one by one for a whole plan. */
  load(boxes: Iterable<readonly [T, Box]>): void {
    const fresh: Entry<T>[] = []
    for (const [value, box] of boxes) {
      this.delete(value)
      const entry = { ...box, value }
      this.entries.set(value, entry)
      fresh.push(entry)
    }
    this.tree.load(fresh)
  }

  delete(value: T): void {
    const entry = this.entries.get(value)
    if (!entry) return
    this.entries.delete(value)
    this.tree.remove(entry)
  }

  /** Values whose box meets the box, touching included. */
  search(box: Box): T[] {
    return this.tree.search(box).map((entry) => entry.value)
  }

  keys(): IterableIterator<T> {
    return this.entries.keys()
  }
}
