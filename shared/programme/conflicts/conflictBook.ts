import type { SlotRef } from '../slots'
import { CONFLICT_RULES, type Conflict } from './types'

/** So many dropped conflicts are kept at most while nobody asks for the list. */
const MOST_UNSETTLED = 5000

/** Conflicts found so far, by the slots that they concern and by the group that they were found in. */
export class ConflictBook {
  private readonly found = new Map<string, Conflict>()
  private readonly bySlot = new Map<SlotRef, Set<string>>()
  private readonly byGroup = new Map<string, string[]>()
  private sorted: readonly Conflict[] = []
  private fresh: Conflict[] = []
  private readonly dropped = new Set<Conflict>()

  /** In order; the same array as long as nothing changes. */
  get all(): readonly Conflict[] {
    this.settle()
    return this.sorted
  }

  of(ref: SlotRef): Conflict[] {
    return [...(this.bySlot.get(ref) ?? [])].flatMap((key) => this.found.get(key) ?? []).sort(compareConflicts)
  }

  keysOf(ref: SlotRef): ReadonlySet<string> {
    return this.bySlot.get(ref) ?? new Set()
  }

  get(key: string): Conflict | undefined {
    return this.found.get(key)
  }

  add(conflict: Conflict): void {
    if (this.found.has(conflict.key)) this.drop(conflict.key)
    this.found.set(conflict.key, conflict)
    this.fresh.push(conflict)
    for (const ref of conflict.slots) {
      const keys = this.bySlot.get(ref)
      if (keys) keys.add(conflict.key)
      else this.bySlot.set(ref, new Set([conflict.key]))
    }
  }

  /** Puts these in the place of what was found in the group before; returns the slots concerned, then and now. */
  replaceGroup(group: string, conflicts: readonly Conflict[]): SlotRef[] {
    const concerned = (this.byGroup.get(group) ?? []).flatMap((key) => this.drop(key))
    if (conflicts.length === 0) this.byGroup.delete(group)
    else
      this.byGroup.set(
        group,
        conflicts.map(({ key }) => key),
      )
    for (const conflict of conflicts) {
      this.add(conflict)
      concerned.push(...conflict.slots)
    }
    return concerned
  }

  /** Drops whatever concerns this slot; returns all slots that were concerned. */
  forget(ref: SlotRef): SlotRef[] {
    return [...(this.bySlot.get(ref) ?? [])].flatMap((key) => this.drop(key))
  }

  clear(): void {
    this.found.clear()
    this.bySlot.clear()
    this.byGroup.clear()
    this.dropped.clear()
    this.sorted = []
    this.fresh = []
  }

  private settle(): void {
    if (this.dropped.size > 0) {
      const isFound = (conflict: Conflict) => !this.dropped.has(conflict)
      this.sorted = this.sorted.filter(isFound)
      this.fresh = this.fresh.filter(isFound)
      this.dropped.clear()
    }
    if (this.fresh.length > 0) {
      this.sorted = withInserted(this.sorted, this.fresh.sort(compareConflicts))
      this.fresh = []
    }
  }

  private drop(key: string): readonly SlotRef[] {
    const conflict = this.found.get(key)
    if (!conflict) return []
    this.found.delete(key)
    this.dropped.add(conflict)
    if (this.dropped.size > MOST_UNSETTLED) this.settle()
    for (const ref of conflict.slots) {
      const keys = this.bySlot.get(ref)
      keys?.delete(key)
      if (keys?.size === 0) this.bySlot.delete(ref)
    }
    return conflict.slots
  }
}

const ORDER = new Map(CONFLICT_RULES.map((rule, index) => [rule, index]))

/** Errors before warnings, then by time, then rule by rule. */
export function compareConflicts(a: Conflict, b: Conflict): number {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1
  if (a.from !== b.from) return a.from - b.from
  if (a.rule !== b.rule) return (ORDER.get(a.rule) ?? 0) - (ORDER.get(b.rule) ?? 0)
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

/** Both in order. Few are compared: a change brings a handful into a list of thousands. */
function withInserted(sorted: readonly Conflict[], fresh: readonly Conflict[]): Conflict[] {
  const result: Conflict[] = []
  let at = 0
  for (const conflict of fresh) {
    const place = placeOf(conflict, sorted, at)
    for (; at < place; at++) result.push(sorted[at] as Conflict)
    result.push(conflict)
  }
  for (; at < sorted.length; at++) result.push(sorted[at] as Conflict)
  return result
}

/** Index of the first, from `low` on, that comes after it. */
function placeOf(conflict: Conflict, sorted: readonly Conflict[], low: number): number {
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareConflicts(sorted[middle] as Conflict, conflict) < 0) low = middle + 1
    else high = middle
  }
  return low
}
