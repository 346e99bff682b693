import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { mailExhibitor } from '#server/services/mails/mailExhibitor'
import type { Actor } from '#shared/access/roles'
import { type ClaimDecisionInput, claimDecisionSchema } from '#shared/claims/inputs'
import type { ClaimAnswer } from '#shared/claims/views'
import { parseOrInvalid } from '#shared/kernel/validate'
import { answerOnce } from './answerOnce'
import { changeClaim, claimView } from './changeClaim'
import { lockClaim } from './lockClaim'

/** An organiser says yes; the exhibitor is mailed and named in public. Errors: CLAIM_STATE, NOT_FOUND. */
export const confirmClaim =
  (deps: Deps) =>
  async (actor: Actor, input: ClaimDecisionInput): Promise<ClaimAnswer> => {
    const { fairId, claimId, key } = parseOrInvalid(claimDecisionSchema, input)
    await requireStanding(deps.sql, actor, { id: fairId }, 'claims:decide')
    return await answerOnce(deps, { actor, fairId, key, request: `confirm claim/${claimId}` }, async (tx) => {
      const { claim, exhibitor } = await lockClaim(tx, fairId, claimId)
      const confirmed = await changeClaim(deps, tx, claim, { actor, verb: 'confirm' })
      await mailExhibitor(tx, {
        fairId,
        exhibitorId: exhibitor.id,
        template: 'claimConfirmed',
        params: { booth: claim.boothNumber },
        at: deps.clock.now(),
      })
      return { status: 200, claim: claimView(confirmed) }
    })
  }
