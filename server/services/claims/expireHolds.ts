import type { Deps } from '#server/deps'
import type { BoothId, FairId } from '#shared/kernel/ids'
import { endHold } from './endHold'
import { activeClaimOf, isOver } from './locks'

const BATCH = 100

/**
 * Ends holds whose time is over. Booths that somebody works on at this moment are left for the next round: whoever claims
 * one of them ends its hold itself. Returns how many ended.
 */
export const expireHolds = (deps: Deps) => async (): Promise<number> => {
  let ended = 0
  for (;;) {
    const inBatch = await deps.sql.begin(async (tx) => {
      const now = deps.clock.now()
      const booths = await tx<{ fairId: FairId; id: BoothId }[]>`
        select b.fair_id as "fairId", b.id from booths b where exists (select from claims c
          where c.fair_id = b.fair_id and c.booth_id = b.id and c.state = 'held' and c.expires_at <= ${now})
        order by b.fair_id, b.id limit ${BATCH} for update of b skip locked`
      let done = 0
      for (const booth of booths) {
        const claim = await activeClaimOf(tx, booth.fairId, booth.id)
        if (!claim || !isOver(claim, now)) continue
        await endHold(deps, tx, claim)
        done++
      }
      return done
    })
    ended += inBatch
    if (inBatch < BATCH) return ended
  }
}
