import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import type { Actor } from '#shared/access/roles'
import { CLAIM_STATES, type ClaimState } from '#shared/claims/status'
import { CLAIM_TRANSITIONS } from '#shared/claims/transitions'
import type { ClaimId, ExhibitorId, FairId } from '#shared/kernel/ids'
import { createAccount, createExhibitor } from '#tests/factories/fair'
import { boothId, createPublishedFair } from '#tests/factories/publishedFair'
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

interface Scene {
  fairId: FairId
  owner: Actor
  actor: Actor
  exhibitorId: ExhibitorId
}

async function scene(): Promise<Scene> {
  const { fairId, owner } = await createPublishedFair(deps)
  const actor = await createAccount(deps.sql, { language: 'fr' })
  return { fairId, owner, actor, exhibitorId: await createExhibitor(deps.sql, fairId, actor) }
}

/** A claim on the first booth in any state, by the shortest way. */
async function claimIn(state: ClaimState, { fairId, owner, actor }: Scene): Promise<ClaimId> {
  const take = state === 'held' || state === 'expired' ? services.claims.holdBooth : services.claims.claimBooth
  const { claim } = await take(actor, { fairId, boothId: boothId(0) })
  const input = { fairId, claimId: claim.id }
  if (state === 'confirmed') await services.claims.confirmClaim(owner, input)
  if (state === 'declined') await services.claims.declineClaim(owner, { ...input, reason: 'Te laat' })
  if (state === 'withdrawn') await services.claims.withdrawClaim(actor, input)
  if (state === 'moved') await services.claims.moveExhibitor(owner, { ...input, toBoothId: boothId(1) })
  if (state === 'expired') {
    deps.clock.advance(48 * 3_600_000)
    await services.claims.expireHolds()
  }
  return claim.id
}

type Verb = 'confirm' | 'decline' | 'withdraw' | 'move'
const perform = (verb: Verb, { fairId, owner, actor }: Scene, claimId: ClaimId) => {
  const input = { fairId, claimId }
  if (verb === 'confirm') return services.claims.confirmClaim(owner, input)
  if (verb === 'decline') return services.claims.declineClaim(owner, { ...input, reason: 'Kan niet' })
  if (verb === 'withdraw') return services.claims.withdrawClaim(actor, input)
  return services.claims.moveExhibitor(owner, { ...input, toBoothId: boothId(2) })
}

describe('from every state', () => {
  for (const verb of ['confirm', 'decline', 'withdraw', 'move'] as const) {
    for (const state of CLAIM_STATES) {
      const allowed = CLAIM_TRANSITIONS[verb].from.includes(state)
      it(`${verb} is ${allowed ? 'allowed' : 'refused'} for one that is ${state}`, async () => {
        const stage = await scene()
        const claimId = await claimIn(state, stage)
        const [before] = await deps.sql`select * from claims where id = ${claimId}`
        if (!allowed) {
          await rejectedWith(perform(verb, stage, claimId), 'CLAIM_STATE')
          expect((await deps.sql`select * from claims where id = ${claimId}`)[0]).toEqual(before)
          return
        }
        await perform(verb, stage, claimId)
        const [after] = await deps.sql<{ state: string }[]>`select state from claims where id = ${claimId}`
        expect(after?.state).toBe(CLAIM_TRANSITIONS[verb].to)
      })
    }
  }
})

describe('decisions', () => {
  it('leave a version, an audit row and a mail in the language of whoever is told', async () => {
    const stage = await scene()
    const { fairId, owner, actor, exhibitorId } = stage
    const { claim } = await services.claims.claimBooth(actor, { fairId, boothId: boothId(0) })
    await services.claims.confirmClaim(owner, { fairId, claimId: claim.id })
    const [booth] = await deps.sql<{ version: number }[]>`
      select claim_version as version from booths where fair_id = ${fairId} and id = ${boothId(0)}`
    expect(booth?.version).toBe(2)
    const { entries } = await services.claims.fairActivity(owner, { fairId })
    expect(entries.map((entry) => [entry.action, entry.by, entry.exhibitor])).toEqual([
      ['claim.confirm', 'Olga Owner', 'Kollektief Kaap'],
      ['claim.claim', 'Ada Peeters', 'Kollektief Kaap'],
      ['release.publish', 'Olga Owner', null],
    ])
    expect(entries[0]?.details).toMatchObject({ booth: 'A1', from: 'claimed', to: 'confirmed', exhibitorId })
    const mails =
      await deps.sql`select template, language, demo, due_at is not null as due from outbox where fair_id = ${fairId}`
    expect([...mails]).toEqual([{ template: 'claimConfirmed', language: 'fr', demo: false, due: true }])
  })

  it('need a reason to decline', async () => {
    const stage = await scene()
    const claimId = await claimIn('claimed', stage)
    const error = await rejectedWith(
      services.claims.declineClaim(stage.owner, { fairId: stage.fairId, claimId, reason: '  \n ' }),
      'INVALID',
    )
    expect(error.fields).toEqual([{ path: 'reason', code: 'required', params: {} }])
  })

  it('are for organisers', async () => {
    const stage = await scene()
    const { fairId, actor } = stage
    const claimId = await claimIn('claimed', stage)
    await rejectedWith(services.claims.confirmClaim(actor, { fairId, claimId }), 'FORBIDDEN')
    await rejectedWith(services.claims.declineClaim(actor, { fairId, claimId, reason: 'x' }), 'FORBIDDEN')
    await rejectedWith(services.claims.moveExhibitor(actor, { fairId, claimId, toBoothId: boothId(1) }), 'FORBIDDEN')
    await rejectedWith(services.booths.blockBooth(actor, { fairId, boothId: boothId(1) }), 'FORBIDDEN')
    await rejectedWith(services.claims.claimsQueue(actor, { fairId }), 'FORBIDDEN')
    await rejectedWith(services.claims.fairActivity(actor, { fairId }), 'FORBIDDEN')
  })

  it('by two organisers at once count once', async () => {
    const stage = await scene()
    const { fairId, owner } = stage
    const claimId = await claimIn('claimed', stage)
    const outcomes = await Promise.allSettled([
      services.claims.confirmClaim(owner, { fairId, claimId }),
      services.claims.declineClaim(owner, { fairId, claimId, reason: 'Nee' }),
    ])
    // Confirming first still allows declining afterwards; the other way round it does not.
    const [row] = await deps.sql<{ state: string }[]>`select state from claims where id = ${claimId}`
    expect(row?.state).toBe('declined')
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused.length).toBeLessThanOrEqual(1)
  })
})

describe('moving an exhibitor', () => {
  it('keeps its state and frees the old booth', async () => {
    const stage = await scene()
    const { fairId, owner } = stage
    const claimId = await claimIn('confirmed', stage)
    const moved = await services.claims.moveExhibitor(owner, { fairId, claimId, toBoothId: boothId(3) })
    expect(moved).toMatchObject({ status: 201, claim: { state: 'confirmed', boothNumber: 'A4' } })
    const { booths } = await services.booths.boothStatuses(owner, { fairId })
    expect(booths.map((booth) => booth.status).slice(0, 4)).toEqual([
      'available',
      'available',
      'available',
      'confirmed',
    ])
    const [mail] = await deps.sql<{ params: object }[]>`
      select params from outbox where fair_id = ${fairId} and template = 'claimMoved'`
    expect(mail?.params).toMatchObject({ from: 'A1', to: 'A4' })
  })

  it('keeps the end of a hold', async () => {
    const stage = await scene()
    const claimId = await claimIn('held', stage)
    const { expiresAt } =
      (await services.claims.myBooths(stage.actor, { fairId: stage.fairId }))[0]?.active[0]?.claim ?? {}
    const moved = await services.claims.moveExhibitor(stage.owner, {
      fairId: stage.fairId,
      claimId,
      toBoothId: boothId(1),
    })
    expect(moved.claim).toMatchObject({ state: 'held', expiresAt })
  })

  it('stops at a booth that is taken, with alternatives, and changes nothing', async () => {
    const stage = await scene()
    const { fairId, owner } = stage
    const claimId = await claimIn('claimed', stage)
    const rival = await createAccount(deps.sql)
    await createExhibitor(deps.sql, fairId, rival)
    await services.claims.claimBooth(rival, { fairId, boothId: boothId(1) })
    const error = await rejectedWith(
      services.claims.moveExhibitor(owner, { fairId, claimId, toBoothId: boothId(1) }),
      'BOOTH_TAKEN',
    )
    expect(error.params.alternatives).toHaveLength(4)
    expect(
      (await services.claims.claimsQueue(owner, { fairId })).open.map((item) => item.claim.boothNumber).sort(),
    ).toEqual(['A1', 'A2'])
  })

  it('of two exhibitors into each other’s booth at once never ends in a deadlock or two holders', async () => {
    const stage = await scene()
    const { fairId, owner } = stage
    const first = await claimIn('claimed', stage)
    const rival = await createAccount(deps.sql)
    await createExhibitor(deps.sql, fairId, rival)
    const second = await services.claims.claimBooth(rival, { fairId, boothId: boothId(1) })
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, round) =>
        services.claims.moveExhibitor(owner, {
          fairId,
          claimId: round % 2 === 0 ? first : second.claim.id,
          toBoothId: boothId(round % 2 === 0 ? 1 : 0),
        }),
      ),
    )
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'BOOTH_TAKEN' })
    }
  })
})

describe('blocking', () => {
  it('keeps a booth back until it is given free, and not one that somebody has', async () => {
    const stage = await scene()
    const { fairId, owner } = stage
    await claimIn('held', stage)
    await rejectedWith(services.booths.blockBooth(owner, { fairId, boothId: boothId(0) }), 'BOOTH_CLAIMED')
    await services.booths.blockBooth(owner, { fairId, boothId: boothId(1), reason: 'Infobalie' })
    await services.booths.blockBooth(owner, { fairId, boothId: boothId(1), reason: 'EHBO' })
    const status = async () => (await services.booths.boothStatuses(owner, { fairId })).booths[1]?.status
    expect(await status()).toBe('blocked')
    await services.booths.unblockBooth(owner, { fairId, boothId: boothId(1) })
    await services.booths.unblockBooth(owner, { fairId, boothId: boothId(1) })
    expect(await status()).toBe('available')
    await rejectedWith(services.booths.blockBooth(owner, { fairId, boothId: 'nowhere' as never }), 'NOT_FOUND')
  })
})

describe('who may see the holder', () => {
  it('is everybody once confirmed, before that organisers and the exhibitor itself', async () => {
    const stage = await scene()
    const { fairId, owner, actor, exhibitorId } = stage
    const claimId = await claimIn('claimed', stage)
    const stranger = await createAccount(deps.sql)
    const seenBy = async (who: Actor) => (await services.booths.boothStatuses(who, { fairId })).booths[0]?.exhibitorId
    expect([await seenBy(owner), await seenBy(actor), await seenBy(stranger)]).toEqual([exhibitorId, exhibitorId, null])
    await services.claims.confirmClaim(owner, { fairId, claimId })
    expect(await seenBy(stranger)).toBe(exhibitorId)
  })
})

describe('the queue', () => {
  it('has open claims first, the oldest first, with what organisers decide by', async () => {
    const stage = await scene()
    const { fairId, owner, actor, exhibitorId } = stage
    await deps.sql`update exhibitors set sector_ids = '{crafts}' where id = ${exhibitorId}`
    await services.claims.claimBooth(actor, { fairId, boothId: boothId(0) })
    deps.clock.advance(60_000)
    const other = await createAccount(deps.sql)
    const otherId = await createExhibitor(deps.sql, fairId, other, { name: 'Zwaluw' })
    await deps.sql`update exhibitors set sector_ids = '{crafts}' where id = ${otherId}`
    await services.claims.holdBooth(other, { fairId, boothId: boothId(1) })
    await services.claims.claimBooth(other, { fairId, boothId: boothId(1) })
    const queue = await services.claims.claimsQueue(owner, { fairId })
    expect(queue.open.map((item) => [item.booth?.number, item.sectorMatch, item.waitingMs])).toEqual([
      ['A1', false, 60_000],
      ['A2', true, 0],
    ])
    expect(queue.open[1]?.history.map((entry) => entry.action)).toEqual(['claim.hold', 'claim.claim'])
  })
})
