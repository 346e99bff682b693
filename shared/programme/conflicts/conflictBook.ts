import type { SlotRef } from '../slots'
import { CONFLICT_RULES, type Conflict } from './types'

/** Conflicts found so far, by the slots that they concern and by the group that they were found in. */
export class ConflictBook {
  private readonly found = new Map<string, Conflict>()
  private readonly bySlot = new Map<SlotRef, Set<string>>()
  private readonly byGroup = new Map<string, string[]>()
  private sorted: readonly Conflict[] = []
  private fresh: Conflict[] = []
  private stale = false

  get all(): readonly Conflict[] {
    if (this.stale || this.fresh.length > 0) {
      // Nearly in order already, which is what sorting is quickest at.
      this.sorted = [...this.sorted, ...this.fresh]
        .filter((conflict) => this.found.get(conflict.key) === conflict)
        .sort(compareConflicts)
      this.fresh = []
      this.stale = false
    }
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
    this.stale = true
  }

  private drop(key: string): readonly SlotRef[] {
    const conflict = this.found.get(key)
    if (!conflict) return []
    this.found.delete(key)
    this.stale = true
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
