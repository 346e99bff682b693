import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import type { Actor } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'
import type { ReleasedPlan } from '#shared/plan/release'
import { readLatestRelease } from './readLatestRelease'

/** What visitors see now; null before the first release (which organisers alone get to know). Shared between requests: do not change it. */
export const latestRelease =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<ReleasedPlan | null> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:view')
    return await readLatestRelease(deps, fairId)
  }
