import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { followDocument } from '#server/services/booths/followDocument'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { FairId, ProposalId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import type { ProposableKind } from '#shared/proposals/proposal'
import { type ProposalView, proposalColumns } from './proposalRow'

/** All proposals of a fair, for its organisers: those that wait first, the newest first among equals. */
export const listProposals =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<ProposalView[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    await followDocument(deps)(fairId)
    return await deps.sql<ProposalView[]>`
      select ${proposalColumns(deps.sql, actor.accountId)} from proposals p where p.fair_id = ${fairId}
      order by array_position(array['submitted', 'reviewing', 'accepted', 'declined', 'withdrawn'], p.state),
        p.created_at desc, p.id`
  }

/** One of them. Errors: those of standing, NOT_FOUND. */
export const getProposal =
  (deps: Deps) =>
  async (actor: Actor, { fairId, proposalId }: { fairId: FairId; proposalId: string }): Promise<ProposalView> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    await followDocument(deps)(fairId)
    const [row] = await deps.sql<ProposalView[]>`
      select ${proposalColumns(deps.sql, actor.accountId)} from proposals p
      where p.fair_id = ${fairId} and p.id = ${proposalId}`
    if (!row) throw new AppError('NOT_FOUND', { detail: 'no such proposal' })
    return row
  }

/** What this account has proposed, the newest first. */
export const myProposals =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<ProposalView[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:view')
    if (actor.accountId === null) return []
    await followDocument(deps)(fairId)
    return await deps.sql<ProposalView[]>`
      select ${proposalColumns(deps.sql, actor.accountId)} from proposals p
      where p.fair_id = ${fairId} and p.account_id = ${actor.accountId} order by p.created_at desc, p.id`
  }

/** A proposal as members see it who may vote: without contact and message. */
export interface BallotLine {
  id: ProposalId
  title: Partial<LocalText>
  abstract: Partial<LocalText>
  kind: ProposableKind
  language: string | null
  sectorId: string | null
  speakerName: string
  votes: number
  voted: boolean
}

/** What is voted on now, in an order of its own for each voter, so that no line is always first. Nothing while no vote is open. */
export const ballot =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<BallotLine[]> => {
    const standing = await requireStanding(deps.sql, actor, { id: fairId }, 'fair:view')
    if (!standing.votingOpen) return []
    return await deps.sql<BallotLine[]>`
      select p.id, p.title, p.abstract, p.kind, p.language, p.sector_id as "sectorId", p.speaker_name as "speakerName",
        (select count(*)::int from proposal_votes v where v.proposal_id = p.id) as votes,
        exists (select from proposal_votes v where v.proposal_id = p.id and v.account_id = ${actor.accountId}) as voted
      from proposals p where p.fair_id = ${fairId} and p.votable and p.state in ('submitted', 'reviewing')
      order by md5(p.id || ${actor.accountId ?? ''})`
  }
