import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import { mailExhibitor } from '#server/services/mails/mailExhibitor'
import { changeClaim } from './changeClaim'
import type { ClaimRow } from './locks'

/** Ends a hold whose time is over, under its booth's lock, and tells its exhibitor. */
export async function endHold(deps: Deps, tx: Tx, claim: ClaimRow): Promise<void> {
  await changeClaim(deps, tx, claim, { actor: null, verb: 'expire' })
  await mailExhibitor(tx, {
    fairId: claim.fairId,
    exhibitorId: claim.exhibitorId,
    template: 'holdExpired',
    params: { booth: claim.boothNumber },
    at: deps.clock.now(),
  })
}
