/** Up to so many are cheaper one by one. */
const FEW = 16

/** Ranges of one client's clocks, sorted, joined where they touch. */
export class ClockRanges {
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  get size(): number {
    return this.starts.length
  }

  *entries(): Generator<readonly [clock: number, end: number]> {
    for (const [at, clock] of this.starts.entries()) yield [clock, this.ends[at] as number]
  }

  has(clock: number, end: number): boolean {
    const at = this.lastStartingUpTo(clock)
    return at >= 0 && (this.ends[at] as number) >= end
  }

  add(clock: number, end: number): void {
    let first = this.lastStartingUpTo(clock)
    if (first < 0 || (this.ends[first] as number) < clock) first++
    let last = first
    let from = clock
    let to = end
    while (last < this.starts.length && (this.starts[last] as number) <= end) {
      from = Math.min(from, this.starts[last] as number)
      to = Math.max(to, this.ends[last] as number)
      last++
    }
    this.starts.splice(first, last - first, from)
    this.ends.splice(first, last - first, to)
  }

  /** Many at once, sorted: one by one, each would move all that come after it. */
  addSorted(ranges: readonly { readonly clock: number; readonly end: number }[]): void {
    if (ranges.length <= FEW) {
      for (const { clock, end } of ranges) this.add(clock, end)
      return
    }
    const [first] = ranges
    const from = Math.max(0, this.lastStartingUpTo(first?.clock ?? 0))
    const starts = this.starts.splice(from)
    const ends = this.ends.splice(from)
    let at = 0
    for (const { clock, end } of ranges) {
      for (; at < starts.length && (starts[at] as number) <= clock; at++)
        this.append(starts[at] as number, ends[at] as number)
      this.append(clock, end)
    }
    for (; at < starts.length; at++) this.append(starts[at] as number, ends[at] as number)
  }

  /** One that starts no earlier than the last. */
  private append(clock: number, end: number): void {
    const last = this.ends.length - 1
    if (last >= 0 && (this.ends[last] as number) >= clock) this.ends[last] = Math.max(end, this.ends[last] as number)
    else {
      this.starts.push(clock)
      this.ends.push(end)
    }
  }

  private lastStartingUpTo(clock: number): number {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.starts[middle] as number) <= clock) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
