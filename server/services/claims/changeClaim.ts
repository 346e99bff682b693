import type { Tx } from '#server/db/client'
import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { writeAudit } from '#server/services/access/writeAudit'
import type { Actor } from '#shared/access/roles'
import { type ClaimVerb, nextState } from '#shared/claims/transitions'
import type { ClaimView } from '#shared/claims/views'
import { AppError } from '#shared/kernel/errors'
import { type BoothId, type ClaimId, type FairId, newId } from '#shared/kernel/ids'
import { type ClaimRow, isOver, type LockedBooth, type LockedExhibitor } from './locks'

export interface ClaimChange {
  /** Null: the clock. */
  actor: Actor | null
  verb: ClaimVerb
  reason?: string
}

/** Leads an active claim to its next state, under the locks of its booth. Errors: CLAIM_STATE, also for a hold that is over. */
export async function changeClaim(
  deps: Deps,
  tx: Tx,
  claim: ClaimRow,
  { actor, verb, reason }: ClaimChange,
): Promise<ClaimRow> {
  const now = deps.clock.now()
  const state = nextState(verb, claim.state)
  if (state === null || (verb !== 'expire' && isOver(claim, now)))
    throw new AppError('CLAIM_STATE', { detail: `${verb} from ${claim.state}` })
  await tx`update claims set state = ${state}, expires_at = null, reason = ${reason ?? null}, changed_at = ${now}
    where fair_id = ${claim.fairId} and id = ${claim.id}`
  const changed: ClaimRow = { ...claim, state, expiresAt: null, reason: reason ?? null, changedAt: now }
  await announce(tx, { actor, verb, claim: changed, from: claim.state, at: now })
  return changed
}

export interface NewClaim {
  actor: Actor
  verb: 'hold' | 'claim' | 'move'
  fairId: FairId
  booth: LockedBooth
  exhibitor: LockedExhibitor
  state: 'held' | 'claimed' | 'confirmed'
  expiresAt: Date | null
  at: Date
}

/** A new claim on a free booth, under the booth's lock. */
export async function openClaim(deps: Deps, tx: Tx, wanted: NewClaim): Promise<ClaimRow> {
  const { actor, verb, fairId, booth, exhibitor, state, expiresAt, at } = wanted
  const claim: ClaimRow = {
    id: newId<ClaimId>(deps.randomBytes),
    fairId,
    boothId: booth.id,
    boothNumber: booth.number,
    exhibitorId: exhibitor.id,
    state,
    expiresAt,
    reason: null,
    createdAt: at,
    changedAt: at,
  }
  await tx`insert into claims (id, fair_id, booth_id, exhibitor_id, state, expires_at, created_at, changed_at, created_by)
    values (${claim.id}, ${fairId}, ${booth.id}, ${exhibitor.id}, ${state}, ${expiresAt}, ${at}, ${at}, ${actor.accountId})`
  await announce(tx, { actor, verb, claim, from: null, at })
  return claim
}

/** Another version of who holds the booth; everyone who looks is told once the transaction commits. */
export async function raiseClaimVersion(tx: Tx, fairId: FairId, boothId: BoothId): Promise<void> {
  await tx`update booths set claim_version = claim_version + 1 where fair_id = ${fairId} and id = ${boothId}`
  await notify(tx, 'booth_status', { fairId, boothId })
}

interface Announcement {
  actor: Actor | null
  verb: ClaimVerb
  claim: ClaimRow
  from: ClaimRow['state'] | null
  at: Date
}

async function announce(tx: Tx, { actor, verb, claim, from, at }: Announcement): Promise<void> {
  await raiseClaimVersion(tx, claim.fairId, claim.boothId)
  await writeAudit(tx, {
    fairId: claim.fairId,
    accountId: actor?.accountId ?? null,
    action: `claim.${verb}`,
    subject: claim.id,
    details: {
      boothId: claim.boothId,
      booth: claim.boothNumber,
      exhibitorId: claim.exhibitorId,
      from,
      to: claim.state,
    },
    at,
  })
}

export const claimView = ({ expiresAt, createdAt, changedAt, ...rest }: ClaimRow): ClaimView => ({
  ...rest,
  expiresAt: expiresAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
  changedAt: changedAt.toISOString(),
})
