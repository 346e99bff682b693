/** Where a slot goes in a column that several share: lane 0 is the leftmost of `lanes`. */
export interface Lane {
  readonly lane: number
  readonly lanes: number
}

/**
 * Lays slots of one column beside each other where they overlap. Each gets the first lane that is free when it starts;
 * all that hang together by overlaps have lanes of the same width.
 */
export function lanes<T extends { readonly start: number; readonly end: number }>(slots: readonly T[]): Map<T, Lane> {
  const placed = new Map<T, Lane>()
  let cluster: { slot: T; lane: number }[] = []
  let ends: number[] = []
  let until = -Infinity
  const close = () => {
    for (const { slot, lane } of cluster) placed.set(slot, { lane, lanes: ends.length })
    cluster = []
    ends = []
  }
  // Longer ones first, so that a short one beside them stays narrow on the right.
  for (const slot of [...slots].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (slot.start >= until) close()
    until = Math.max(until, slot.end)
    const free = ends.findIndex((end) => end <= slot.start)
    const lane = free < 0 ? ends.length : free
    ends[lane] = slot.end
    cluster.push({ slot, lane })
  }
  close()
  return placed
}
