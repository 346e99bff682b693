import { ClockRanges } from './clockRanges'
import { type Run, type StructHead, visitStructs } from './scanUpdate'
import type { Id } from './shape'

interface Following {
  client: number
  clock: number
  end: number
  origin: Id
}

/** Which structs stand in a top-level map itself: those that say so, and whatever took the place of one of them. */
export class RootIndex {
  private readonly rooted = new Map<number, ClockRanges>()

  has({ client, clock }: Id): boolean {
    return this.rooted.get(client)?.has(clock, clock + 1) ?? false
  }

  /** Runs that build on nothing but one another and what was added before. */
  add(runs: Iterable<Run>): void {
    const followers = new Map<number, Following[]>()
    const found: Following[] = []
    const look = ({ client, clock, length, origin, root }: StructHead) => {
      const end = clock + length
      if (origin === null) {
        if (root !== null) this.root(client, clock, end)
        return
      }
      const follower = { client, clock, end, origin }
      if (this.has(origin)) found.push(follower)
      const others = followers.get(origin.client)
      if (others) others.push(follower)
      else followers.set(origin.client, [follower])
    }
    for (const run of runs) visitStructs(run, look)
    for (const list of followers.values()) {
      list.sort((a, b) => a.origin.clock - b.origin.clock)
      for (const follower of list) if (this.has(follower.origin)) found.push(follower)
    }
    for (let next = found.pop(); next; next = found.pop()) {
      if (this.has(next)) continue
      const { client, clock, end } = next
      this.root(client, clock, end)
      const list = followers.get(client) ?? []
      for (let at = firstFrom(list, clock); at < list.length && (list[at] as Following).origin.clock < end; at++)
        found.push(list[at] as Following)
    }
  }

  private root(client: number, clock: number, end: number): void {
    let ranges = this.rooted.get(client)
    if (!ranges) {
      ranges = new ClockRanges()
      this.rooted.set(client, ranges)
    }
    ranges.add(clock, end)
  }
}

/** Place of the first whose origin is at this clock or later. */
function firstFrom(sorted: readonly Following[], clock: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as Following).origin.clock < clock) low = middle + 1
    else high = middle
  }
  return low
}
