import type { ItemKey } from '../itemKey'
import type { Problem } from './types'

/** Problems found so far, by what they concern. */
export class ProblemBook {
  private readonly found = new Map<string, Problem>()
  private readonly byItem = new Map<ItemKey, Set<string>>()
  private sorted: readonly Problem[] | null = null

  get all(): readonly Problem[] {
    this.sorted ??= [...this.found.values()].sort(compareProblems)
    return this.sorted
  }

  of(key: ItemKey): Problem[] {
    return [...(this.byItem.get(key) ?? [])].flatMap((id) => this.found.get(id) ?? [])
  }

  /** Under an id of its own where the things concerned can change while the problem stays the same one. */
  add(problem: Problem, id = `${problem.rule} ${problem.ids.join(' ')}`): void {
    this.found.set(id, problem)
    this.sorted = null
    for (const key of problem.ids) {
      const ids = this.byItem.get(key)
      if (ids) ids.add(id)
      else this.byItem.set(key, new Set([id]))
    }
  }

  /** Returns what the problem concerned. */
  drop(id: string): readonly ItemKey[] {
    const problem = this.found.get(id)
    if (!problem) return []
    this.found.delete(id)
    this.sorted = null
    for (const key of problem.ids) {
      const ids = this.byItem.get(key)
      ids?.delete(id)
      if (ids?.size === 0) this.byItem.delete(key)
    }
    return problem.ids
  }

  /** Drops whatever concerns this thing; returns all that was concerned. */
  forget(key: ItemKey): ItemKey[] {
    return [...(this.byItem.get(key) ?? [])].flatMap((id) => this.drop(id))
  }
}

/** Errors before warnings, rule by rule, then from the top of the plan to its bottom. */
function compareProblems(a: Problem, b: Problem): number {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1
  if (a.hallId !== b.hallId) return a.hallId < b.hallId ? -1 : 1
  return a.at[1] - b.at[1] || a.at[0] - b.at[0] || (a.ids.join() < b.ids.join() ? -1 : 1)
}
