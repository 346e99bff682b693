import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import { raiseClaimVersion } from '#server/services/claims/changeClaim'
import { endHold } from '#server/services/claims/endHold'
import { activeClaimOf, isOver, type LockedBooth, lockBooth } from '#server/services/claims/locks'
import type { Actor } from '#shared/access/roles'
import {
  type BlockBoothInput,
  blockBoothSchema,
  type UnblockBoothInput,
  unblockBoothSchema,
} from '#shared/claims/inputs'
import { AppError } from '#shared/kernel/errors'
import type { BoothId, FairId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { followDocument } from './followDocument'

/** Keeps a booth back from everyone. A second time changes the reason. Errors: BOOTH_CLAIMED (it has a holder), NOT_FOUND. */
export const blockBooth =
  (deps: Deps) =>
  async (actor: Actor, input: BlockBoothInput): Promise<void> => {
    const { fairId, boothId, reason } = parseOrInvalid(blockBoothSchema, input)
    await requireStanding(deps.sql, actor, { id: fairId }, 'claims:decide')
    await followDocument(deps)(fairId)
    const now = deps.clock.now()
    await deps.sql.begin(async (tx) => {
      const booth = await lockStandingBooth(tx, fairId, boothId)
      const claim = await activeClaimOf(tx, fairId, boothId)
      if (claim && !isOver(claim, now)) throw new AppError('BOOTH_CLAIMED', { detail: claim.id })
      if (claim) await endHold(deps, tx, claim)
      await tx`update booths set blocked_at = coalesce(blocked_at, ${now}), blocked_reason = ${reason}
        where fair_id = ${fairId} and id = ${boothId}`
      await raiseClaimVersion(tx, fairId, boothId)
      const details = { booth: booth.number }
      await writeAudit(tx, {
        fairId,
        accountId: actor.accountId,
        action: 'booth.block',
        subject: boothId,
        details,
        at: now,
      })
    })
  }

/** Gives a kept-back booth free again; for one that is not kept back nothing happens. Errors: NOT_FOUND. */
export const unblockBooth =
  (deps: Deps) =>
  async (actor: Actor, input: UnblockBoothInput): Promise<void> => {
    const { fairId, boothId } = parseOrInvalid(unblockBoothSchema, input)
    await requireStanding(deps.sql, actor, { id: fairId }, 'claims:decide')
    await deps.sql.begin(async (tx) => {
      const booth = await lockStandingBooth(tx, fairId, boothId)
      if (!booth.blocked) return
      await tx`update booths set blocked_at = null, blocked_reason = null where fair_id = ${fairId} and id = ${boothId}`
      await raiseClaimVersion(tx, fairId, boothId)
      const details = { booth: booth.number }
      const at = deps.clock.now()
      await writeAudit(tx, {
        fairId,
        accountId: actor.accountId,
        action: 'booth.unblock',
        subject: boothId,
        details,
        at,
      })
    })
  }

async function lockStandingBooth(tx: Tx, fairId: FairId, boothId: BoothId): Promise<LockedBooth> {
  const booth = await lockBooth(tx, fairId, boothId)
  if (!booth || booth.removed) throw new AppError('NOT_FOUND', { detail: 'no such booth in this fair' })
  return booth
}
