import { MAX_UPDATE_BYTES, type Patch, patchWeight } from '#shared/document/patch'
import { claimedEffects } from './claimedGate'
import type { EditorContext } from './context'
import type { EditorOptions } from './types'

export interface Committer {
  readonly busy: boolean
  commit(patch: () => Patch): Promise<boolean>
}

/** The one way into the document. */
export function createCommitter(
  context: EditorContext,
  { confirmClaimed }: EditorOptions,
  onSettled: () => void,
): Committer {
  let asking = 0
  const settle = (applied: boolean) => {
    context.preview(null)
    onSettled()
    return applied
  }

  const apply = (patch: Patch): boolean => {
    if (patch.length === 0 || context.state.readOnly) return false
    if (patchWeight(patch) > MAX_UPDATE_BYTES) {
      context.say('tooLarge')
      return false
    }
    const { removed } = claimedEffects(context.store.plan, patch, context.isClaimed)
    if (removed.length > 0) {
      context.say('claimedNotRemoved', { numbers: removed.join(', '), count: removed.length })
      return false
    }
    context.store.apply(patch)
    return true
  }

  return {
    get busy() {
      return asking > 0
    },
    commit(patchNow) {
      const patch = patchNow()
      const { ask } = claimedEffects(context.store.plan, patch, context.isClaimed)
      if (!ask || !confirmClaimed || context.state.readOnly) return Promise.resolve(settle(apply(patch)))
      asking++
      return confirmClaimed(ask.boothIds, ask.change)
        .then((yes) => yes && apply(patchNow()))
        .finally(() => {
          asking--
          settle(false)
        })
    },
  }
}
