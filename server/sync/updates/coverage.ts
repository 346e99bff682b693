import { ClockRanges } from './clockRanges'
import type { DeletedRange, ScannedUpdate } from './scanUpdate'

/** What somebody has of a document: up to which clock of each client, and which of it is deleted. */
export interface Known {
  end(client: number): number
  isDeleted(range: DeletedRange): boolean
}

/** A set of updates, as far as one must know to judge another one. */
export class Coverage implements Known {
  readonly ends = new Map<number, number>()
  readonly deleted = new Map<number, ClockRanges>()
  /** How many ranges `deleted` has, of all clients. */
  deletedRanges = 0

  end(client: number): number {
    return this.ends.get(client) ?? 0
  }

  isDeleted({ client, clock, end }: DeletedRange): boolean {
    return this.deleted.get(client)?.has(clock, end) ?? false
  }

  add({ runs, deletes }: Pick<ScannedUpdate, 'runs' | 'deletes'>): void {
    for (const run of runs) this.ends.set(run.client, Math.max(run.end, this.end(run.client)))
    for (let from = 0; from < deletes.length; ) {
      const { client } = deletes[from] as DeletedRange
      let to = from + 1
      while (deletes[to]?.client === client) to++
      const ranges = this.rangesOf(client)
      this.deletedRanges -= ranges.size
      ranges.addSorted(deletes.slice(from, to))
      this.deletedRanges += ranges.size
      from = to
    }
  }

  private rangesOf(client: number): ClockRanges {
    const found = this.deleted.get(client)
    if (found) return found
    const ranges = new ClockRanges()
    this.deleted.set(client, ranges)
    return ranges
  }
}

/**
 * `known`: brings nothing that is not stored. `new`: all that it builds on is there, or on its way (`promised`).
 * `incomplete`: it builds on something that is not; stored, it would wait for that in every reader for ever, and
 * whatever its author does next with it.
 */
export type Verdict = 'known' | 'new' | 'incomplete'

export function judge({ runs, deletes, needs }: ScannedUpdate, stored: Known, promised: Known = stored): Verdict {
  const ends = new Map<number, number>()
  const endOf = (client: number) => Math.max(ends.get(client) ?? 0, stored.end(client), promised.end(client))
  let isNew = false
  for (const run of runs) {
    if (run.clock > endOf(run.client)) return 'incomplete'
    ends.set(run.client, Math.max(run.end, ends.get(run.client) ?? 0))
    isNew ||= run.end > stored.end(run.client)
  }
  for (const [client, clock] of needs) {
    if (clock >= endOf(client)) return 'incomplete'
  }
  for (const range of deletes) {
    if (range.end > endOf(range.client)) return 'incomplete'
    isNew ||= !stored.isDeleted(range)
  }
  return isNew ? 'new' : 'known'
}
