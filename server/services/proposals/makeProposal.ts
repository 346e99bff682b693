import type { Deps } from '#server/deps'
import { loadStanding, requireStanding } from '#server/services/access/standing'
import { takeFromLimit } from '#server/services/access/takeFromLimit'
import { writeAudit } from '#server/services/access/writeAudit'
import { answerOnce } from '#server/services/claims/answerOnce'
import { can } from '#shared/access/can'
import type { Actor, FairStanding } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { type FairId, newId, type ProposalId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { type ProposalFields, type ProposalInput, proposalSchema } from '#shared/proposals/proposal'
import { fieldColumns } from './proposalRow'

export interface MakeProposalInput {
  fairId: FairId
  proposal: ProposalInput
  key?: string
}

/** Enough for whoever has many ideas, not for a machine. */
const PER_DAY = 30

/**
 * A member or exhibitor proposes a talk. Errors: those of standing, PROPOSALS_CLOSED, INVALID, TOO_MANY_REQUESTS.
 * Sent twice with one key it is one proposal.
 */
export const makeProposal =
  (deps: Deps) =>
  async (actor: Actor, { fairId, proposal, key }: MakeProposalInput): Promise<ProposalId> => {
    const standing = await requireOpenProposals(deps, actor, fairId)
    const fields = parseOrInvalid(proposalSchema, proposal)
    requireOwnExhibitor(standing, fields)
    const at = deps.clock.now()
    await takeFromLimit(deps.sql, at, {
      key: `proposals:${fairId}/${actor.accountId}`,
      hits: PER_DAY,
      windowSeconds: 86_400,
    })
    const request = `propose ${JSON.stringify(fields)}`
    return await answerOnce(deps, { actor, fairId, key, request }, async (tx) => {
      const id = newId<ProposalId>(deps.randomBytes)
      await tx`insert into proposals ${tx({
        ...fieldColumns(tx, fields),
        id,
        fair_id: fairId,
        account_id: actor.accountId,
        state: 'submitted',
        created_at: at,
        changed_at: at,
      })}`
      await writeAudit(tx, { fairId, accountId: actor.accountId, action: 'proposal.make', subject: id, at })
      return id
    })
  }

export async function requireOpenProposals(deps: Deps, actor: Actor, fairId: FairId): Promise<FairStanding> {
  const standing = await loadStanding(deps.sql, actor, { id: fairId })
  if (standing && actor.accountId !== null && !standing.proposalsOpen && can(actor, 'fair:view', { fair: standing }))
    throw new AppError('PROPOSALS_CLOSED')
  return await requireStanding(deps.sql, actor, { id: fairId }, 'proposal:make')
}

/** Nobody proposes in the name of another's booth; organisers may. */
export function requireOwnExhibitor(standing: FairStanding, { exhibitorId }: ProposalFields): void {
  if (exhibitorId === null || standing.exhibitorIds.includes(exhibitorId)) return
  if (standing.role !== 'owner' && standing.role !== 'organiser')
    throw new AppError('INVALID', { fields: [{ path: 'exhibitorId', code: 'choice' }] })
}
