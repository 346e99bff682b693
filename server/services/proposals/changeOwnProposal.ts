import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { mayEdit, mayWithdraw, type ProposalInput, proposalSchema } from '#shared/proposals/proposal'
import { requireOwnExhibitor } from './makeProposal'
import { fieldColumns, type LockedProposal, lockProposal } from './proposalRow'

interface OwnProposal {
  fairId: FairId
  proposalId: string
}

/** As long as nobody looks at it, its proposer may change it. Errors: NOT_FOUND, PROPOSAL_STATE, INVALID. */
export const editProposal =
  (deps: Deps) =>
  async (actor: Actor, { fairId, proposalId, proposal }: OwnProposal & { proposal: ProposalInput }): Promise<void> => {
    const standing = await requireStanding(deps.sql, actor, { id: fairId }, 'fair:view')
    const fields = parseOrInvalid(proposalSchema, proposal)
    requireOwnExhibitor(standing, fields)
    const at = deps.clock.now()
    await deps.sql.begin(async (tx) => {
      const mine = requireOwn(actor, await lockProposal(tx, fairId, proposalId))
      if (!mayEdit(mine.state)) throw new AppError('PROPOSAL_STATE', { detail: `edit ${mine.state}` })
      await tx`update proposals set ${tx({ ...fieldColumns(tx, fields), changed_at: at })}, version = version + 1
        where id = ${proposalId}`
      await writeAudit(tx, { fairId, accountId: actor.accountId, action: 'proposal.edit', subject: proposalId, at })
    })
  }

/** Its proposer takes it back; twice is once. Errors: NOT_FOUND, PROPOSAL_STATE. */
export const withdrawProposal =
  (deps: Deps) =>
  async (actor: Actor, { fairId, proposalId }: OwnProposal): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:view')
    const at = deps.clock.now()
    await deps.sql.begin(async (tx) => {
      const mine = requireOwn(actor, await lockProposal(tx, fairId, proposalId))
      if (mine.state === 'withdrawn') return
      if (!mayWithdraw(mine.state)) throw new AppError('PROPOSAL_STATE', { detail: `withdraw ${mine.state}` })
      await tx`update proposals set state = 'withdrawn', votable = false, changed_at = ${at}, version = version + 1
        where id = ${proposalId}`
      await writeAudit(tx, { fairId, accountId: actor.accountId, action: 'proposal.withdraw', subject: proposalId, at })
    })
  }

/** Somebody else's is not there. */
export function requireOwn(actor: Actor, proposal: LockedProposal): LockedProposal {
  if (actor.accountId === null || proposal.accountId !== actor.accountId)
    throw new AppError('NOT_FOUND', { detail: 'not their proposal' })
  return proposal
}
