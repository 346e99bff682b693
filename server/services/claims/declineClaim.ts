import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { mailExhibitor } from '#server/services/mails/mailExhibitor'
import type { Actor } from '#shared/access/roles'
import { type DeclineClaimInput, declineClaimSchema } from '#shared/claims/inputs'
import type { ClaimAnswer } from '#shared/claims/views'
import { parseOrInvalid } from '#shared/kernel/validate'
import { answerOnce } from './answerOnce'
import { changeClaim, claimView } from './changeClaim'
import { lockClaim } from './lockClaim'

/** An organiser says no, with a reason that the exhibitor reads. Errors: CLAIM_STATE, NOT_FOUND, INVALID (no reason). */
export const declineClaim =
  (deps: Deps) =>
  async (actor: Actor, input: DeclineClaimInput): Promise<ClaimAnswer> => {
    const { fairId, claimId, key, reason } = parseOrInvalid(declineClaimSchema, input)
    await requireStanding(deps.sql, actor, { id: fairId }, 'claims:decide')
    return await answerOnce(
      deps,
      { actor, fairId, key, request: `decline claim/${claimId}: ${reason}` },
      async (tx) => {
        const { claim, exhibitor } = await lockClaim(tx, fairId, claimId)
        const declined = await changeClaim(deps, tx, claim, { actor, verb: 'decline', reason })
        await mailExhibitor(tx, {
          fairId,
          exhibitorId: exhibitor.id,
          template: 'claimDeclined',
          params: { booth: claim.boothNumber, reason },
          at: deps.clock.now(),
        })
        return { status: 200, claim: claimView(declined) }
      },
    )
  }
