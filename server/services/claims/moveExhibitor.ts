import type { Tx } from '#server/db/client'
import { isUniqueViolation } from '#server/db/errors'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { followDocument } from '#server/services/booths/followDocument'
import { mailExhibitor } from '#server/services/mails/mailExhibitor'
import type { Actor } from '#shared/access/roles'
import { type MoveExhibitorInput, moveExhibitorSchema } from '#shared/claims/inputs'
import { isActive } from '#shared/claims/status'
import type { ClaimAnswer } from '#shared/claims/views'
import { AppError, isAppError } from '#shared/kernel/errors'
import type { BoothId, ClaimId, FairId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { answerOnce } from './answerOnce'
import { changeClaim, claimView, openClaim } from './changeClaim'
import { endHold } from './endHold'
import { alternativesTo } from './freeBooths'
import { lockClaim } from './lockClaim'
import { activeClaimOf, isOver } from './locks'
import { requireFree } from './takeBooth'

/**
 * An organiser gives an exhibitor another free booth; held, claimed or confirmed stays what it was, and a hold its end.
 * Answers with the claim on the new booth. Errors: those of takeBooth but CLAIM_LIMIT, and CLAIM_STATE.
 */
export const moveExhibitor =
  (deps: Deps) =>
  async (actor: Actor, input: MoveExhibitorInput): Promise<ClaimAnswer> => {
    const { fairId, claimId, toBoothId, key } = parseOrInvalid(moveExhibitorSchema, input)
    await requireStanding(deps.sql, actor, { id: fairId }, 'claims:decide')
    await followDocument(deps)(fairId)
    const request = `move claim/${claimId} booth/${toBoothId}`
    return await answerOnce(deps, { actor, fairId, key, request }, async (tx) => {
      try {
        return await tx.savepoint((inner) => move(deps, inner, { actor, fairId, claimId, toBoothId }))
      } catch (thrown) {
        const error = isUniqueViolation(thrown, 'claims_one_holder') ? new AppError('BOOTH_TAKEN') : thrown
        if (!isAppError(error) || (error.code !== 'BOOTH_TAKEN' && error.code !== 'BOOTH_BLOCKED')) throw error
        throw new AppError(error.code, { params: { alternatives: await alternativesTo(deps, tx, fairId, toBoothId) } })
      }
    })
  }

interface Move {
  actor: Actor
  fairId: FairId
  claimId: ClaimId
  toBoothId: BoothId
}

async function move(deps: Deps, tx: Tx, { actor, fairId, claimId, toBoothId }: Move): Promise<ClaimAnswer> {
  const { claim, exhibitor, booths } = await lockClaim(tx, fairId, claimId, [toBoothId])
  const now = deps.clock.now()
  const { state } = claim
  if (!isActive(state) || isOver(claim, now)) throw new AppError('CLAIM_STATE', { detail: `move from ${state}` })
  const booth = booths.get(toBoothId) ?? null
  const before = booth && (await activeClaimOf(tx, fairId, toBoothId))
  const standing = before && !isOver(before, now) ? before : null
  if (standing?.id === claimId) return { status: 200, claim: claimView(claim) }
  const free = await requireFree(deps, tx, { fairId, boothId: toBoothId, booth, standing })
  if (before) await endHold(deps, tx, before)
  await changeClaim(deps, tx, claim, { actor, verb: 'move' })
  const moved = await openClaim(deps, tx, {
    actor,
    verb: 'move',
    fairId,
    booth: free,
    exhibitor,
    state,
    expiresAt: claim.expiresAt,
    at: now,
  })
  await mailExhibitor(tx, {
    fairId,
    exhibitorId: exhibitor.id,
    template: 'claimMoved',
    params: { from: claim.boothNumber, to: free.number },
    at: now,
  })
  return { status: 201, claim: claimView(moved) }
}
