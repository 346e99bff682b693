import type { Queryable, Tx } from '#server/db/client'
import type { TalkState } from '#shared/document/talkRecord'
import { AppError } from '#shared/kernel/errors'
import type { AccountId, ExhibitorId, FairId, ProposalId, SectorId, TalkId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import type { ProposableKind, ProposalFields, ProposalState } from '#shared/proposals/proposal'

/** A proposal as its proposer and the organisers see it. */
export interface ProposalView {
  id: ProposalId
  state: ProposalState
  title: Partial<LocalText>
  abstract: Partial<LocalText>
  kind: ProposableKind
  language: string | null
  sectorId: SectorId | null
  exhibitorId: ExhibitorId | null
  exhibitorName: string | null
  audience: number | null
  needs: string[]
  speakerName: string
  speakerEmail: string
  speakerBiography: string
  message: string
  labels: string[]
  votable: boolean
  votes: number
  /** Whoever asks has voted for it. */
  voted: boolean
  decisionNote: string
  talkId: TalkId | null
  /** State of the talk that it became, in the draft. */
  talkState: TalkState | null
  createdAt: Date
  changedAt: Date
  version: number
}

/** Columns of `ProposalView` for `accountId`; the table is `p`. */
export const proposalColumns = (sql: Queryable, accountId: AccountId | null) => sql`
  p.id, p.state, p.title, p.abstract, p.kind, p.language, p.sector_id as "sectorId", p.exhibitor_id as "exhibitorId",
  (select e.name from exhibitors e where e.id = p.exhibitor_id) as "exhibitorName", p.audience, p.needs,
  p.speaker_name as "speakerName", p.speaker_email as "speakerEmail", p.speaker_biography as "speakerBiography",
  p.message, p.labels, p.votable, p.decision_note as "decisionNote", p.talk_id as "talkId",
  (select t.state from talks t where t.fair_id = p.fair_id and t.id = p.talk_id and not t.removed) as "talkState",
  p.created_at as "createdAt", p.changed_at as "changedAt", p.version,
  (select count(*)::int from proposal_votes v where v.proposal_id = p.id) as votes,
  exists (select from proposal_votes v where v.proposal_id = p.id and v.account_id = ${accountId}) as voted`

export interface LockedProposal extends Omit<ProposalView, 'votes' | 'voted' | 'exhibitorName' | 'talkState'> {
  accountId: AccountId | null
}

/** Holds the proposal until the transaction ends. Errors: NOT_FOUND. */
export async function lockProposal(tx: Tx, fairId: FairId, id: string): Promise<LockedProposal> {
  const [row] = await tx<LockedProposal[]>`
    select id, account_id as "accountId", state, title, abstract, kind, language, sector_id as "sectorId",
      exhibitor_id as "exhibitorId", audience, needs, speaker_name as "speakerName", speaker_email as "speakerEmail",
      speaker_biography as "speakerBiography", message, labels, votable, decision_note as "decisionNote",
      talk_id as "talkId", created_at as "createdAt", changed_at as "changedAt", version
    from proposals where fair_id = ${fairId} and id = ${id} for update`
  if (!row) throw new AppError('NOT_FOUND', { detail: 'no such proposal' })
  return row
}

/** What the form says, as columns. */
export const fieldColumns = (tx: Queryable, fields: ProposalFields) => ({
  title: tx.json({ [fields.writtenIn]: fields.title }),
  abstract: tx.json(fields.abstract === '' ? {} : { [fields.writtenIn]: fields.abstract }),
  kind: fields.kind,
  language: fields.language,
  sector_id: fields.sectorId,
  exhibitor_id: fields.exhibitorId,
  audience: fields.audience,
  needs: fields.needs,
  speaker_name: fields.speakerName,
  speaker_email: fields.speakerEmail,
  speaker_biography: fields.speakerBiography,
  message: fields.message,
})
