import type { Tx } from '#server/db/client'
import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import { changeClaim } from '#server/services/claims/changeClaim'
import { endHold } from '#server/services/claims/endHold'
import { type ClaimRow, claimColumns, isOver, lockBooths, lockExhibitor } from '#server/services/claims/locks'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { ExhibitorId, FairId } from '#shared/kernel/ids'

export interface ArchiveExhibitorInput {
  fairId: FairId
  exhibitorId: ExhibitorId
  /** Gives its booths back; without it an exhibitor that has some stays. */
  withdrawClaims?: boolean
}

/**
 * Takes an exhibitor out of the fair; its history stays. Errors: EXHIBITOR_HAS_BOOTHS (params.booths: their numbers), NOT_FOUND.
 * Returns the numbers of the booths that became free.
 */
export const archiveExhibitor =
  (deps: Deps) =>
  async (actor: Actor, { fairId, exhibitorId, withdrawClaims = false }: ArchiveExhibitorInput): Promise<string[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'exhibitors:manage')
    const now = deps.clock.now()
    return await deps.sql.begin(async (tx) => {
      await lockExhibitor(tx, fairId, exhibitorId)
      const claims = await lockActiveClaims(tx, fairId, exhibitorId)
      const kept = claims.filter((claim) => !isOver(claim, now))
      const booths = kept.map((claim) => claim.boothNumber)
      if (kept.length > 0 && !withdrawClaims)
        throw new AppError('EXHIBITOR_HAS_BOOTHS', { params: { booths: booths.join(', ') } })
      for (const claim of claims) {
        if (isOver(claim, now)) await endHold(deps, tx, claim)
        else await changeClaim(deps, tx, claim, { actor, verb: 'withdraw' })
      }
      await tx`update exhibitors set archived_at = ${now} where fair_id = ${fairId} and id = ${exhibitorId}`
      await afterwards(tx, { actor, fairId, exhibitorId, action: 'exhibitor.archive', at: now })
      return booths
    })
  }

/** Takes an archived exhibitor back into the fair, without the booths that it had. */
export const restoreExhibitor =
  (deps: Deps) =>
  async (actor: Actor, { fairId, exhibitorId }: { fairId: FairId; exhibitorId: ExhibitorId }): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'exhibitors:manage')
    await deps.sql.begin(async (tx) => {
      const { count } = await tx`update exhibitors set archived_at = null
        where fair_id = ${fairId} and id = ${exhibitorId} and archived_at is not null`
      if (count === 0) throw new AppError('NOT_FOUND', { detail: 'no such archived exhibitor' })
      await afterwards(tx, { actor, fairId, exhibitorId, action: 'exhibitor.restore', at: deps.clock.now() })
    })
  }

async function lockActiveClaims(tx: Tx, fairId: FairId, exhibitorId: ExhibitorId): Promise<ClaimRow[]> {
  const read = () => tx<ClaimRow[]>`
    select ${claimColumns(tx)} from claims c join booths b on b.fair_id = c.fair_id and b.id = c.booth_id
    where c.fair_id = ${fairId} and c.exhibitor_id = ${exhibitorId} and c.state in ('held', 'claimed', 'confirmed')
    order by b.number collate natural_order, c.id`
  const before = await read()
  await lockBooths(
    tx,
    fairId,
    before.map((claim) => claim.boothId),
  )
  return await read()
}

interface Aftermath {
  actor: Actor
  fairId: FairId
  exhibitorId: ExhibitorId
  action: string
  at: Date
}

/** Audit, and a word to the sockets of everybody who acts for it. */
async function afterwards(tx: Tx, { actor, fairId, exhibitorId, action, at }: Aftermath): Promise<void> {
  await writeAudit(tx, { fairId, accountId: actor.accountId, action, subject: exhibitorId, at })
  const accounts = await tx<{ id: string }[]>`
    select account_id as id from exhibitor_accounts where exhibitor_id = ${exhibitorId} order by 1`
  for (const { id } of accounts) await notify(tx, 'access_changed', { accountId: id, fairId })
}
