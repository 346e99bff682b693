import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { mayReview, type ReviewInput, reviewSchema } from '#shared/proposals/proposal'
import { lockProposal } from './proposalRow'

export interface ReviewProposalInput {
  fairId: FairId
  proposalId: string
  /** The version that was looked at. */
  version: number
  review: ReviewInput
}

/** An organiser labels a proposal, takes it up for review, or puts it to the vote. Errors: PROPOSAL_STATE, NOT_FOUND, INVALID. */
export const reviewProposal =
  (deps: Deps) =>
  async (actor: Actor, { fairId, proposalId, version, review: input }: ReviewProposalInput): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'proposals:review')
    const review = parseOrInvalid(reviewSchema, input)
    const at = deps.clock.now()
    await deps.sql.begin(async (tx) => {
      const { state, ...proposal } = await lockProposal(tx, fairId, proposalId)
      const closed = state === 'accepted' || state === 'withdrawn'
      const next = closed ? state : review.state
      if (proposal.version !== version || (next !== state && !mayReview(state, next)))
        throw new AppError('PROPOSAL_STATE', { detail: `${state}, version ${proposal.version}` })
      await tx`update proposals set state = ${next}, labels = ${review.labels}, votable = ${review.votable && !closed},
        changed_at = ${at}, version = version + 1 where id = ${proposalId}`
      await writeAudit(tx, {
        fairId,
        accountId: actor.accountId,
        action: 'proposal.review',
        subject: proposalId,
        details: { state: next, labels: review.labels.join(', '), votable: review.votable },
        at,
      })
    })
  }
