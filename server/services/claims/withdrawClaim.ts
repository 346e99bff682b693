import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { can } from '#shared/access/can'
import type { Actor } from '#shared/access/roles'
import { type ClaimDecisionInput, claimDecisionSchema } from '#shared/claims/inputs'
import type { ClaimAnswer } from '#shared/claims/views'
import { AppError } from '#shared/kernel/errors'
import { parseOrInvalid } from '#shared/kernel/validate'
import { answerOnce } from './answerOnce'
import { changeClaim, claimView } from './changeClaim'
import { lockClaim } from './lockClaim'
import { findClaim } from './locks'

/** The exhibitor, or an organiser for it, gives a booth back. Errors: CLAIM_STATE, NOT_FOUND (also for others' claims). */
export const withdrawClaim =
  (deps: Deps) =>
  async (actor: Actor, input: ClaimDecisionInput): Promise<ClaimAnswer> => {
    const { fairId, claimId, key } = parseOrInvalid(claimDecisionSchema, input)
    const fair = await requireStanding(deps.sql, actor, { id: fairId }, 'claims:make')
    const mine = await findClaim(deps.sql, fairId, claimId)
    if (!mine || !can(actor, 'claims:make', { fair, exhibitorId: mine.exhibitorId }))
      throw new AppError('NOT_FOUND', { detail: 'no such claim, or not theirs' })
    return await answerOnce(deps, { actor, fairId, key, request: `withdraw claim/${claimId}` }, async (tx) => {
      const { claim } = await lockClaim(tx, fairId, claimId)
      return {
        status: 200,
        claim: claimView(await changeClaim(deps, tx, claim, { actor, verb: 'withdraw' })),
      }
    })
  }
