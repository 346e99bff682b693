import type { Deps } from '#server/deps'
import { loadStanding, requireStanding } from '#server/services/access/standing'
import { can } from '#shared/access/can'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { lockProposal } from './proposalRow'

export interface VoteInput {
  fairId: FairId
  proposalId: string
  /** False takes the vote back. */
  vote: boolean
}

/** One vote a member and proposal, as often as one likes to change one's mind. Errors: VOTING_CLOSED, NOT_FOUND, those of standing. */
export const voteForProposal =
  (deps: Deps) =>
  async (actor: Actor, { fairId, proposalId, vote }: VoteInput): Promise<void> => {
    const standing = await loadStanding(deps.sql, actor, { id: fairId })
    if (standing && actor.accountId !== null && !standing.votingOpen && can(actor, 'fair:view', { fair: standing }))
      throw new AppError('VOTING_CLOSED')
    await requireStanding(deps.sql, actor, { id: fairId }, 'proposal:vote')
    await deps.sql.begin(async (tx) => {
      const proposal = await lockProposal(tx, fairId, proposalId)
      const open = proposal.votable && (proposal.state === 'submitted' || proposal.state === 'reviewing')
      if (!open) throw new AppError('VOTING_CLOSED', { detail: proposal.state })
      if (vote)
        await tx`insert into proposal_votes (proposal_id, account_id, created_at)
          values (${proposalId}, ${actor.accountId}, ${deps.clock.now()}) on conflict do nothing`
      else await tx`delete from proposal_votes where proposal_id = ${proposalId} and account_id = ${actor.accountId}`
    })
  }
