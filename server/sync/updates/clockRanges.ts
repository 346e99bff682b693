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
