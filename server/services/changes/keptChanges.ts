import type { Deps } from '#server/deps'
import { decodeRelease } from '#server/services/releases/readRelease'
import type { FairId } from '#shared/kernel/ids'
import { type ReleaseChanges, releaseChanges } from '#shared/plan/queries/releaseChanges'
import type { ReleasedPlan } from '#shared/plan/release'

/** What changed between two releases never changes again. One of many talks takes some 100 KB. */
const MAX_KEPT = 200
const kept = new WeakMap<Deps, Map<string, ReleaseChanges>>()

/**
 * What each of these releases (numbers, the newest first) changed beside the one that follows in the list; `before` is the
 * one after the last, null for none.
 */
export async function changesOf(
  deps: Deps,
  fairId: FairId,
  numbers: readonly number[],
  before: number | null,
): Promise<ReleaseChanges[]> {
  const cache = kept.get(deps) ?? new Map<string, ReleaseChanges>()
  kept.set(deps, cache)
  const found: ReleaseChanges[] = []
  // One release decoded at a time beside the one it is compared with: a page of them would take much memory at once.
  let held: ReleasedPlan | null = null
  const decoded = async (number: number | null): Promise<ReleasedPlan | null> => {
    if (number === null) return null
    return held?.number === number ? held : await decodeRelease(deps.sql, fairId, number)
  }
  for (const [index, number] of numbers.entries()) {
    const earlier = numbers[index + 1] ?? before
    const key = `${fairId}/${number}/${earlier ?? ''}`
    let changes = cache.get(key)
    if (!changes) {
      const after = (await decoded(number)) as ReleasedPlan
      held = await decoded(earlier)
      changes = releaseChanges(held, after)
    }
    cache.delete(key)
    cache.set(key, changes)
    found.push(changes)
  }
  for (const oldest of cache.keys()) {
    if (cache.size <= MAX_KEPT) break
    cache.delete(oldest)
  }
  return found
}
