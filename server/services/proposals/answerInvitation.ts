import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import { appendEdit } from '#server/services/documents/appendPatch'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { setTalkState } from '#shared/programme/ops/setTalkState'
import { requireOwn } from './changeOwnProposal'
import { lockProposal } from './proposalRow'

export interface AnswerInvitationInput {
  fairId: FairId
  proposalId: string
  coming: boolean
}

/**
 * Whoever proposed a talk that was accepted says whether it will be held: the draft's talk becomes confirmed or cancelled.
 * Said twice, it is said once. Errors: NOT_FOUND, PROPOSAL_STATE (not accepted, or its talk is gone).
 */
export const answerInvitation =
  (deps: Deps) =>
  async (actor: Actor, { fairId, proposalId, coming }: AnswerInvitationInput): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:view')
    const at = deps.clock.now()
    await deps.sql.begin(async (tx) => {
      await tx`select from fairs where id = ${fairId} for no key update`
      const { state, talkId } = requireOwn(actor, await lockProposal(tx, fairId, proposalId))
      if (state !== 'accepted' || talkId === null) throw new AppError('PROPOSAL_STATE', { detail: state })
      await appendEdit(tx, { fairId, accountId: actor.accountId }, (plan) => {
        const talk = plan.talks.get(talkId)
        if (!talk || talk.removed) throw new AppError('PROPOSAL_STATE', { detail: 'the talk is gone' })
        return setTalkState(plan, { ids: [talkId], state: coming ? 'confirmed' : 'cancelled' })
      })
      await writeAudit(tx, {
        fairId,
        accountId: actor.accountId,
        action: coming ? 'proposal.coming' : 'proposal.notComing',
        subject: proposalId,
        at,
      })
    })
  }
