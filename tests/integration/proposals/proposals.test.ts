import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import { loadPlan } from '#server/services/documents/loadDocument'
import { type Actor, visitor } from '#shared/access/roles'
import type { FairId, ProposalId } from '#shared/kernel/ids'
import { MAX_LABELS, type ProposalInput } from '#shared/proposals/proposal'
import { createAccount, createExhibitor } from '#tests/factories/fair'
import { createPublishedFair, editDraft } from '#tests/factories/publishedFair'
import { naughtyNames } from '#tests/fixtures/naughtyNames'
import { rejectedWith } from '#tests/helpers/reject'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps, warmPool } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let services: Services

beforeAll(async () => {
  database = await createTestDatabase()
  await warmPool(database.sql)
  deps = testDeps(database.sql)
  services = createServices(deps)
})
afterAll(() => database.drop())

const proposal = (changes: Partial<ProposalInput> = {}): ProposalInput => ({
  writtenIn: 'fr',
  title: 'Un podcast à trois micros',
  abstract: 'De la première idée à cent auditeurs.',
  kind: 'workshop',
  language: 'fr',
  audience: 30,
  needs: ['projector'],
  speakerName: 'Zoé Passerelle',
  speakerEmail: 'zoe@example.org',
  ...changes,
})

const propose = (actor: Actor, fairId: FairId, changes: Partial<ProposalInput> = {}, key?: string) =>
  services.proposals.makeProposal(actor, { fairId, proposal: proposal(changes), ...(key ? { key } : {}) })

const versionOf = async (owner: Actor, fairId: FairId, proposalId: ProposalId) =>
  (await services.proposals.getProposal(owner, { fairId, proposalId })).version

const decide = async (
  owner: Actor,
  fairId: FairId,
  proposalId: ProposalId,
  decision: 'accept' | 'decline',
  note = '',
) =>
  services.proposals.decideProposal(owner, {
    fairId,
    proposalId,
    version: await versionOf(owner, fairId, proposalId),
    decision: { decision, note },
  })

const openVote = (fairId: FairId) => deps.sql`update fairs set voting_open = true where id = ${fairId}`

describe('proposing', () => {
  it('is for members who signed in, while proposals are open', async () => {
    const { fairId } = await createPublishedFair(deps)
    const member = await createAccount(deps.sql)
    await rejectedWith(propose(visitor('nl'), fairId), 'NOT_SIGNED_IN')
    expect(await propose(member, fairId)).toMatch(/^\w+$/)
    await deps.sql`update fairs set proposals_open = false where id = ${fairId}`
    await rejectedWith(propose(member, fairId), 'PROPOSALS_CLOSED')
    await rejectedWith(propose(member, 'nowhere' as FairId), 'NOT_FOUND')
  })

  it('sent twice from one form, also at once, is one proposal', async () => {
    const { fairId } = await createPublishedFair(deps)
    const member = await createAccount(deps.sql)
    const ids = await Promise.all(Array.from({ length: 5 }, () => propose(member, fairId, {}, 'form-1')))
    expect(new Set(ids).size).toBe(1)
    expect(await services.proposals.myProposals(member, { fairId })).toHaveLength(1)
  })

  it('is in the name of an own exhibitor only', async () => {
    const { fairId } = await createPublishedFair(deps)
    const [member, other] = [await createAccount(deps.sql), await createAccount(deps.sql)]
    const mine = await createExhibitor(deps.sql, fairId, member)
    const theirs = await createExhibitor(deps.sql, fairId, other)
    await propose(member, fairId, { exhibitorId: mine })
    await rejectedWith(propose(member, fairId, { exhibitorId: theirs }), 'INVALID')
  })

  it('takes every name that can be stored, and says of the others what is wrong', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    for (const title of naughtyNames().names) {
      const member = await createAccount(deps.sql)
      const outcome = await propose(member, fairId, { title }).then(
        (id) => id,
        (error: { code?: string }) => error.code,
      )
      if (outcome === 'INVALID') continue
      const stored = await services.proposals.getProposal(owner, { fairId, proposalId: String(outcome) })
      expect(stored.title.fr).toBe(title.normalize('NFC').trim())
    }
  })

  it('has its limits: empty titles, addresses that are none, a thousand in a day', async () => {
    const { fairId } = await createPublishedFair(deps)
    const member = await createAccount(deps.sql)
    await rejectedWith(propose(member, fairId, { title: '  ' }), 'INVALID')
    await rejectedWith(propose(member, fairId, { speakerEmail: 'zoe' }), 'INVALID')
    await rejectedWith(propose(member, fairId, { kind: 'blocker' as 'talk' }), 'INVALID')
    for (let n = 0; n < 30; n++) await propose(member, fairId)
    await rejectedWith(propose(member, fairId), 'TOO_MANY_REQUESTS')
  })
})

describe('one’s own', () => {
  it('can be changed until somebody looks at it, and taken back until it is decided', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const member = await createAccount(deps.sql)
    const id = await propose(member, fairId)
    await services.proposals.editProposal(member, {
      fairId,
      proposalId: id,
      proposal: proposal({ writtenIn: 'nl', title: 'Drie microfoons' }),
    })
    expect((await services.proposals.getProposal(owner, { fairId, proposalId: id })).title).toEqual({
      nl: 'Drie microfoons',
    })
    await services.proposals.reviewProposal(owner, {
      fairId,
      proposalId: id,
      version: await versionOf(owner, fairId, id),
      review: { state: 'reviewing', labels: [], votable: false },
    })
    await rejectedWith(
      services.proposals.editProposal(member, { fairId, proposalId: id, proposal: proposal() }),
      'PROPOSAL_STATE',
    )
    await services.proposals.withdrawProposal(member, { fairId, proposalId: id })
    await services.proposals.withdrawProposal(member, { fairId, proposalId: id })
    await rejectedWith(decide(owner, fairId, id, 'accept'), 'PROPOSAL_STATE')
  })

  it('is nobody else’s: not to see, change, take back or answer', async () => {
    const { fairId } = await createPublishedFair(deps)
    const [member, other] = [await createAccount(deps.sql), await createAccount(deps.sql)]
    const id = await propose(member, fairId)
    expect(await services.proposals.myProposals(other, { fairId })).toEqual([])
    const at = { fairId, proposalId: id }
    await rejectedWith(services.proposals.editProposal(other, { ...at, proposal: proposal() }), 'NOT_FOUND')
    await rejectedWith(services.proposals.withdrawProposal(other, at), 'NOT_FOUND')
    await rejectedWith(services.proposals.answerInvitation(other, { ...at, coming: true }), 'NOT_FOUND')
    await rejectedWith(services.proposals.getProposal(other, at), 'FORBIDDEN')
    await rejectedWith(services.proposals.listProposals(other, { fairId }), 'FORBIDDEN')
  })
})

describe('deciding', () => {
  it('puts an accepted one on the shelf as invited, with its speaker, and tells the proposer', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const member = await createAccount(deps.sql, { language: 'fr' })
    const id = await propose(member, fairId)
    const { talkId } = await decide(owner, fairId, id, 'accept', 'Graag!')
    const { plan } = await loadPlan(deps.sql, fairId)
    const talk = plan.talks.get(talkId ?? '')
    expect(talk).toMatchObject({
      title: { nl: 'Un podcast à trois micros', fr: 'Un podcast à trois micros' },
      state: 'invited',
      kind: 'workshop',
      slot: null,
      needs: ['projector'],
    })
    const people = await services.people.listPeople(owner, { fairId })
    expect(people.map(({ name, email }) => [name, email])).toEqual([['Zoé Passerelle', 'zoe@example.org']])
    expect(talk?.speakerIds).toEqual([people[0]?.id])
    const mails = await deps.sql`select template, recipient_email, params->>'note' as note from outbox
      where fair_id = ${fairId} and template = 'proposalAccepted'`
    expect(mails).toEqual([{ template: 'proposalAccepted', recipient_email: member.email, note: 'Graag!' }])
  })

  it('by two organisers at once is one decision: one talk, one mail', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const member = await createAccount(deps.sql)
    const id = await propose(member, fairId)
    const version = await versionOf(owner, fairId, id)
    const outcomes = await Promise.allSettled(
      (['accept', 'decline', 'accept', 'decline'] as const).map((decision) =>
        services.proposals.decideProposal(owner, {
          fairId,
          proposalId: id,
          version,
          decision: { decision, note: '' },
        }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [{ count = -1 } = {}] = await deps.sql<{ count: number }[]>`
      select count(*)::int as count from outbox where fair_id = ${fairId} and template like 'proposal%'`
    expect(count).toBe(1)
    const accepted = outcomes.some((outcome) => outcome.status === 'fulfilled' && outcome.value.talkId !== null)
    expect((await loadPlan(deps.sql, fairId)).plan.talks.size).toBe(accepted ? 1 : 0)
  })

  it('knows a speaker again', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const member = await createAccount(deps.sql)
    for (let n = 0; n < 3; n++) await decide(owner, fairId, await propose(member, fairId), 'accept')
    expect(await services.people.listPeople(owner, { fairId })).toHaveLength(1)
  })

  it('is answered by the proposer: the talk becomes confirmed, or cancelled', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const member = await createAccount(deps.sql)
    const id = await propose(member, fairId)
    await rejectedWith(
      services.proposals.answerInvitation(member, { fairId, proposalId: id, coming: true }),
      'PROPOSAL_STATE',
    )
    const { talkId } = await decide(owner, fairId, id, 'accept')
    expect((await services.proposals.myProposals(member, { fairId }))[0]?.talkState).toBe('invited')
    expect((await services.proposals.getProposal(owner, { fairId, proposalId: id })).talkState).toBe('invited')
    const stateNow = async () => (await loadPlan(deps.sql, fairId)).plan.talks.get(talkId ?? '')?.state
    await services.proposals.answerInvitation(member, { fairId, proposalId: id, coming: true })
    await services.proposals.answerInvitation(member, { fairId, proposalId: id, coming: true })
    expect(await stateNow()).toBe('confirmed')
    await services.proposals.answerInvitation(member, { fairId, proposalId: id, coming: false })
    expect(await stateNow()).toBe('cancelled')
    expect((await services.proposals.myProposals(member, { fairId }))[0]?.talkState).toBe('cancelled')
    await editDraft(deps, fairId, [{ op: 'set', kind: 'talks', id: talkId ?? '', fields: { removed: true } }])
    await rejectedWith(
      services.proposals.answerInvitation(member, { fairId, proposalId: id, coming: true }),
      'PROPOSAL_STATE',
    )
  })

  it('leaves a declined one to be taken up again', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const member = await createAccount(deps.sql)
    const id = await propose(member, fairId)
    await decide(owner, fairId, id, 'decline', 'Deze keer niet')
    await services.proposals.reviewProposal(owner, {
      fairId,
      proposalId: id,
      version: await versionOf(owner, fairId, id),
      review: { state: 'reviewing', labels: ['later', 'later', 'geluid'], votable: false },
    })
    expect((await services.proposals.getProposal(owner, { fairId, proposalId: id })).labels).toEqual([
      'later',
      'geluid',
    ])
    await decide(owner, fairId, id, 'accept')
  })

  it('refuses too many labels, and what somebody else has changed meanwhile', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const id = await propose(await createAccount(deps.sql), fairId)
    const labels = Array.from({ length: MAX_LABELS + 1 }, (_, n) => `label ${n}`)
    const review = { state: 'reviewing' as const, labels: [], votable: false }
    const at = { fairId, proposalId: id, version: 1 }
    await rejectedWith(services.proposals.reviewProposal(owner, { ...at, review: { ...review, labels } }), 'INVALID')
    await services.proposals.reviewProposal(owner, { ...at, review })
    await rejectedWith(services.proposals.reviewProposal(owner, { ...at, review }), 'PROPOSAL_STATE')
  })
})

describe('voting', () => {
  it('counts one vote a member, however often and at once, and only while it is open', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const id = await propose(await createAccount(deps.sql), fairId)
    const at = { fairId, proposalId: id }
    const voter = await createAccount(deps.sql)
    await rejectedWith(services.proposals.voteForProposal(voter, { ...at, vote: true }), 'VOTING_CLOSED')
    await openVote(fairId)
    await rejectedWith(services.proposals.voteForProposal(voter, { ...at, vote: true }), 'VOTING_CLOSED')
    await services.proposals.reviewProposal(owner, {
      ...at,
      version: 1,
      review: { state: 'reviewing', labels: [], votable: true },
    })
    await Promise.all(Array.from({ length: 6 }, () => services.proposals.voteForProposal(voter, { ...at, vote: true })))
    const other = await createAccount(deps.sql)
    await services.proposals.voteForProposal(other, { ...at, vote: true })
    const [line] = await services.proposals.ballot(voter, { fairId })
    expect(line).toMatchObject({ votes: 2, voted: true })
    expect(line).not.toHaveProperty('speakerEmail')
    await services.proposals.voteForProposal(voter, { ...at, vote: false })
    expect((await services.proposals.ballot(other, { fairId }))[0]).toMatchObject({ votes: 1, voted: true })
    await rejectedWith(services.proposals.voteForProposal(visitor('nl'), { ...at, vote: true }), 'NOT_SIGNED_IN')
    await decide(owner, fairId, id, 'decline')
    await rejectedWith(services.proposals.voteForProposal(voter, { ...at, vote: true }), 'VOTING_CLOSED')
    expect(await services.proposals.ballot(voter, { fairId })).toEqual([])
  })
})
