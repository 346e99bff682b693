import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import { visitor } from '#shared/access/roles'
import type { BoothFacts } from '#shared/claims/views'
import type { BoothId, ExhibitorId, FairId } from '#shared/kernel/ids'
import { createAccount, createExhibitor, createFair } from '#tests/factories/fair'
import { boothId, createPublishedFair, editDraft, rowPlan } from '#tests/factories/publishedFair'
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

async function someone(fairId: FairId, name = 'Kollektief Kaap') {
  const actor = await createAccount(deps.sql)
  const exhibitorId = await createExhibitor(deps.sql, fairId, actor, { name })
  return { actor, exhibitorId }
}

const statusOf = async (fairId: FairId, booth: BoothId) => {
  const { booths } = await services.booths.boothStatuses(visitor('en'), { fairId })
  return booths.find(({ id }) => id === booth)?.status
}

const mails = (fairId: FairId) =>
  deps.sql<{ template: string; params: Record<string, unknown> }[]>`
    select template, params from outbox where fair_id = ${fairId} order by id`

describe('holding and claiming', () => {
  it('holds, claims from the hold, and answers the same to the same wish', async () => {
    const { fairId } = await createPublishedFair(deps)
    const { actor, exhibitorId } = await someone(fairId)
    const held = await services.claims.holdBooth(actor, { fairId, boothId: boothId(0) })
    expect(held.status).toBe(201)
    expect(held.claim).toMatchObject({
      state: 'held',
      boothNumber: 'A1',
      exhibitorId,
      expiresAt: '2026-11-24T10:00:00.000Z',
    })
    expect(await services.claims.holdBooth(actor, { fairId, boothId: boothId(0) })).toEqual({ ...held, status: 200 })

    const claimed = await services.claims.claimBooth(actor, { fairId, boothId: boothId(0) })
    expect(claimed).toMatchObject({ status: 200, claim: { id: held.claim.id, state: 'claimed', expiresAt: null } })
    expect(await services.claims.claimBooth(actor, { fairId, boothId: boothId(0) })).toEqual(claimed)
    expect((await services.claims.holdBooth(actor, { fairId, boothId: boothId(0) })).claim).toEqual(claimed.claim)
    expect(await statusOf(fairId, boothId(0))).toBe('claimed')
  })

  it('tells the loser the nearest free booths, its own sector first', async () => {
    const { fairId } = await createPublishedFair(deps, { booths: 8 })
    const [winner, loser] = [await someone(fairId), await someone(fairId)]
    await services.claims.claimBooth(winner.actor, { fairId, boothId: boothId(2) })
    const error = await rejectedWith(
      services.claims.claimBooth(loser.actor, { fairId, boothId: boothId(2) }),
      'BOOTH_TAKEN',
    )
    const numbers = (error.params.alternatives as BoothFacts[]).map((booth) => booth.number)
    expect(numbers.slice(0, 3).sort()).toEqual(['A1', 'A5', 'A7'])
    expect(numbers).toHaveLength(5)
    expect(numbers).not.toContain('A3')
  })

  it('keeps to the limit, and lets go of it with the booth', async () => {
    const { fairId } = await createPublishedFair(deps)
    const { actor } = await someone(fairId)
    const { claim } = await services.claims.claimBooth(actor, { fairId, boothId: boothId(0) })
    const error = await rejectedWith(services.claims.holdBooth(actor, { fairId, boothId: boothId(1) }), 'CLAIM_LIMIT')
    expect(error.params).toEqual({ limit: 1 })
    await services.claims.withdrawClaim(actor, { fairId, claimId: claim.id })
    expect((await services.claims.holdBooth(actor, { fairId, boothId: boothId(1) })).status).toBe(201)
  })

  it('lets an exhibitor that asks for two booths at once have one', async () => {
    const { fairId } = await createPublishedFair(deps)
    const { actor } = await someone(fairId)
    const outcomes = await Promise.allSettled(
      [0, 1, 2, 3].map((index) => services.claims.claimBooth(actor, { fairId, boothId: boothId(index) })),
    )
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  })

  it('refuses booths that are blocked, removed, only drafted, or of another fair', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const other = await createPublishedFair(deps, { booths: 9 })
    const { actor } = await someone(fairId)
    await services.booths.blockBooth(owner, { fairId, boothId: boothId(0), reason: 'Infobalie' })
    const blocked = await rejectedWith(
      services.claims.claimBooth(actor, { fairId, boothId: boothId(0) }),
      'BOOTH_BLOCKED',
    )
    expect(blocked.params.alternatives).toHaveLength(5)
    await editDraft(deps, fairId, [
      { op: 'set', kind: 'booths', id: boothId(1), fields: { removed: true } },
      {
        op: 'put',
        kind: 'booths',
        id: 'fresh',
        fields: { hallId: 'hall', number: 'Z1', place: [0, 0, 2000, 2000, 0] },
      },
    ])
    await rejectedWith(services.claims.claimBooth(actor, { fairId, boothId: boothId(1) }), 'BOOTH_NOT_RELEASED')
    expect(await statusOf(fairId, boothId(1))).toBe('blocked')
    await rejectedWith(services.claims.claimBooth(actor, { fairId, boothId: 'fresh' as BoothId }), 'BOOTH_NOT_RELEASED')
    await rejectedWith(services.claims.claimBooth(actor, { fairId, boothId: boothId(8) }), 'NOT_FOUND')
    await rejectedWith(services.claims.claimBooth(actor, { fairId: other.fairId, boothId: boothId(8) }), 'FORBIDDEN')
  })

  it('sees a removal that the booth rows have not followed yet', async () => {
    const { fairId } = await createPublishedFair(deps)
    const { actor } = await someone(fairId)
    await editDraft(deps, fairId, [{ op: 'set', kind: 'booths', id: boothId(0), fields: { removed: true } }])
    await deps.sql`update booths set removed = false where fair_id = ${fairId} and id = ${boothId(0)}`
    await deps.sql`update fairs set projected_position = 1 where id = ${fairId}`
    await rejectedWith(services.claims.claimBooth(actor, { fairId, boothId: boothId(0) }), 'BOOTH_NOT_RELEASED')
  })

  it('refuses everything while nothing is published', async () => {
    const fairId = await createFair(deps.sql, { plan: rowPlan(2) })
    const { actor } = await someone(fairId)
    await rejectedWith(services.claims.claimBooth(actor, { fairId, boothId: boothId(0) }), 'BOOTH_NOT_RELEASED')
    expect(await services.booths.boothStatuses(actor, { fairId })).toEqual({ releaseNumber: null, booths: [] })
  })

  it('lets organisers act for an exhibitor of their fair, and nobody for somebody else’s', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const elsewhere = await createPublishedFair(deps)
    const mine = await someone(fairId)
    const foreign = await someone(elsewhere.fairId)
    const ask = (actor: typeof owner, exhibitorId?: ExhibitorId) =>
      services.claims.claimBooth(actor, { fairId, boothId: boothId(0), ...(exhibitorId ? { exhibitorId } : {}) })
    await rejectedWith(ask(owner), 'INVALID')
    await rejectedWith(ask(owner, foreign.exhibitorId), 'NOT_FOUND')
    await rejectedWith(ask(foreign.actor, mine.exhibitorId), 'FORBIDDEN')
    await rejectedWith(ask(foreign.actor), 'FORBIDDEN')
    expect((await ask(owner, mine.exhibitorId)).claim).toMatchObject({
      state: 'claimed',
      exhibitorId: mine.exhibitorId,
    })
    const stranger = await createAccount(deps.sql)
    const { claim } = await ask(owner, mine.exhibitorId)
    await rejectedWith(services.claims.withdrawClaim(stranger, { fairId, claimId: claim.id }), 'FORBIDDEN')
    const rival = await someone(fairId)
    await rejectedWith(services.claims.withdrawClaim(rival.actor, { fairId, claimId: claim.id }), 'NOT_FOUND')
    await rejectedWith(
      services.claims.confirmClaim(elsewhere.owner, { fairId: elsewhere.fairId, claimId: claim.id }),
      'NOT_FOUND',
    )
  })
})

describe('holds that end', () => {
  const HOURS = 3_600_000

  it('count as free at once, and are ended by whoever comes first', async () => {
    const { fairId } = await createPublishedFair(deps, { holdHours: 2 })
    const [first, second] = [await someone(fairId), await someone(fairId)]
    const { claim } = await services.claims.holdBooth(first.actor, { fairId, boothId: boothId(0) })
    deps.clock.advance(2 * HOURS)
    expect(await statusOf(fairId, boothId(0))).toBe('available')
    await rejectedWith(services.claims.withdrawClaim(first.actor, { fairId, claimId: claim.id }), 'CLAIM_STATE')
    expect((await services.claims.myBooths(first.actor, { fairId }))[0]).toMatchObject({
      active: [],
      past: [{ claim: { state: 'expired' } }],
    })
    expect((await services.claims.claimBooth(second.actor, { fairId, boothId: boothId(0) })).status).toBe(201)
    expect((await mails(fairId)).map((mail) => mail.template)).toEqual(['holdExpired'])
    expect(await services.claims.expireHolds()).toBe(0)
  })

  it('are ended by the job, once, and make room under the limit', async () => {
    const { fairId } = await createPublishedFair(deps, { holdHours: 4 })
    const { actor } = await someone(fairId)
    await services.claims.holdBooth(actor, { fairId, boothId: boothId(0) })
    deps.clock.advance(3 * HOURS)
    expect(await services.claims.remindHolds()).toBe(1)
    expect(await services.claims.remindHolds()).toBe(0)
    expect(await services.claims.expireHolds()).toBe(0)
    deps.clock.advance(HOURS)
    const ended = await Promise.all([services.claims.expireHolds(), services.claims.expireHolds()])
    expect(ended[0] + ended[1]).toBe(1)
    expect((await mails(fairId)).map((mail) => mail.template)).toEqual(['holdExpiring', 'holdExpired'])
    expect((await services.claims.holdBooth(actor, { fairId, boothId: boothId(1) })).status).toBe(201)
  })

  it('can be taken again by the same exhibitor, as a new claim', async () => {
    const { fairId } = await createPublishedFair(deps, { holdHours: 1 })
    const { actor } = await someone(fairId)
    const before = await services.claims.holdBooth(actor, { fairId, boothId: boothId(0) })
    deps.clock.advance(HOURS)
    const after = await services.claims.claimBooth(actor, { fairId, boothId: boothId(0) })
    expect(after).toMatchObject({ status: 201, claim: { state: 'claimed' } })
    expect(after.claim.id).not.toBe(before.claim.id)
  })
})

describe('idempotency keys', () => {
  it('get the same answer for the same request, whatever happened since', async () => {
    const { fairId } = await createPublishedFair(deps)
    const { actor } = await someone(fairId)
    const input = { fairId, boothId: boothId(0), key: 'k-1' }
    const first = await services.claims.claimBooth(actor, input)
    await services.claims.withdrawClaim(actor, { fairId, claimId: first.claim.id })
    expect(await services.claims.claimBooth(actor, input)).toEqual(first)
    expect(await statusOf(fairId, boothId(0))).toBe('available')
    await rejectedWith(services.claims.holdBooth(actor, input), 'IDEMPOTENCY_REUSED')
    await rejectedWith(services.claims.claimBooth(actor, { ...input, boothId: boothId(1) }), 'IDEMPOTENCY_REUSED')
    expect((await services.claims.claimBooth(actor, { ...input, key: 'k-2' })).status).toBe(201)
  })

  it('keep refusals too, with what came with them', async () => {
    const { fairId } = await createPublishedFair(deps)
    const [winner, loser] = [await someone(fairId), await someone(fairId)]
    const { claim } = await services.claims.claimBooth(winner.actor, { fairId, boothId: boothId(0) })
    const input = { fairId, boothId: boothId(0), key: 'k' }
    const refused = await rejectedWith(services.claims.claimBooth(loser.actor, input), 'BOOTH_TAKEN')
    await services.claims.withdrawClaim(winner.actor, { fairId, claimId: claim.id })
    const again = await rejectedWith(services.claims.claimBooth(loser.actor, input), 'BOOTH_TAKEN')
    expect(again.params).toEqual(refused.params)
  })

  it('belong to one person and one fair', async () => {
    const { fairId } = await createPublishedFair(deps)
    const [one, other] = [await someone(fairId), await someone(fairId)]
    const first = await services.claims.claimBooth(one.actor, { fairId, boothId: boothId(0), key: 'same' })
    const second = await services.claims.claimBooth(other.actor, { fairId, boothId: boothId(1), key: 'same' })
    expect([first.status, second.status]).toEqual([201, 201])
  })

  it('let one of many at once do the work', async () => {
    const { fairId } = await createPublishedFair(deps)
    const { actor } = await someone(fairId)
    const input = { fairId, boothId: boothId(0), key: 'at once' }
    const answers = await Promise.all(Array.from({ length: 10 }, () => services.claims.claimBooth(actor, input)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
  })
})
