import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import type { Actor } from '#shared/access/roles'
import type { BoothId, FairId } from '#shared/kernel/ids'

export interface BlockedBooth {
  boothId: BoothId
  number: string
  reason: string
  since: Date
}

/** The booths that organisers keep back, with why, for organisers. */
export const blockedBooths =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<BlockedBooth[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    const rows = await deps.sql<BlockedBooth[]>`
      select id as "boothId", number, coalesce(blocked_reason, '') as reason, blocked_at as since from booths
      where fair_id = ${fairId} and blocked_at is not null and not removed order by number collate natural_order, id`
    return [...rows]
  }
