import type { Patch } from '#shared/document/patch'
import type { Booth, Plan } from '#shared/document/records'
import type { BoothId } from '#shared/kernel/ids'
import { compareNumbers } from '#shared/plan/queries/boothNumbers'
import { boothChanges } from '#shared/plan/queries/planDiff'
import type { ClaimedChange } from './types'

/** What a patch would do to booths that someone holds or has claimed. */
export interface ClaimedEffects {
  /** Numbers of those that it would remove. */
  removed: string[]
  ask: { change: ClaimedChange; boothIds: BoothId[] } | null
}

const GRAVEST: readonly ClaimedChange[] = ['resize', 'move', 'renumber']
const CHANGE = { resized: 'resize', moved: 'move', renumbered: 'renumber' } as const

/** The one gate that every edit passes, whichever tool or panel it comes from. */
export function claimedEffects(plan: Plan, patch: Patch, isClaimed: (boothId: BoothId) => boolean): ClaimedEffects {
  const removed: string[] = []
  const concerned = new Map<ClaimedChange, BoothId[]>()
  for (const change of patch) {
    const booth = change.kind === 'booths' ? plan.booths.get(change.id) : undefined
    if (!booth || booth.removed || !isClaimed(booth.id)) continue
    if (change.op === 'delete' || change.fields.removed === true) {
      removed.push(booth.number)
      continue
    }
    const after = { ...booth, ...change.fields } as Booth
    for (const what of boothChanges(booth, after)) {
      if (what === 'resectored') continue
      concerned.set(CHANGE[what], [...(concerned.get(CHANGE[what]) ?? []), booth.id])
    }
  }
  const change = GRAVEST.find((candidate) => concerned.has(candidate))
  const boothIds = [...new Set([...concerned.values()].flat())]
  return { removed: removed.sort(compareNumbers), ask: change ? { change, boothIds } : null }
}
