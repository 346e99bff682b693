import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import type { FairId } from '#shared/kernel/ids'
import { createAccount, createExhibitor, createFair, createMember } from '#tests/factories/fair'
import { boothId, createPublishedFair, editDraft, releaseNow, rowPlan } from '#tests/factories/publishedFair'
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

const move = (index: number, y = 9000) =>
  ({
    op: 'set',
    kind: 'booths',
    id: boothId(index),
    fields: { place: [5000 + index * 3000, y, 3000, 3000, 0] },
  }) as const

async function confirmed(fairId: FairId, index: number, name: string) {
  const actor = await createAccount(deps.sql, { name })
  const exhibitorId = await createExhibitor(deps.sql, fairId, actor, { name })
  const { claim } = await services.claims.claimBooth(actor, { fairId, boothId: boothId(index) })
  return { actor, exhibitorId, claimId: claim.id }
}

describe('a preview', () => {
  it('of the first release shows every booth as new', async () => {
    const fairId = await createFair(deps.sql, { plan: rowPlan(3) })
    const owner = await createAccount(deps.sql)
    await createMember(deps.sql, fairId, owner, 'owner')
    const preview = await services.releases.releasePreview(owner, { fairId })
    expect(preview).toMatchObject({ position: 1, nextNumber: 1, previous: null, boothCount: 3, affected: [] })
    expect(preview.diff.newBooths.map((booth) => booth.number)).toEqual(['A1', 'A2', 'A3'])
    expect(await services.releases.latestRelease(owner, { fairId })).toBeNull()
  })

  it('shows what changed, for whom, and what is wrong', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    await confirmed(fairId, 0, 'Zwaluw')
    await confirmed(fairId, 1, 'Éclair')
    await editDraft(deps, fairId, [
      move(0),
      { op: 'set', kind: 'booths', id: boothId(1), fields: { number: 'A3' } },
      { op: 'set', kind: 'booths', id: boothId(5), fields: { removed: true } },
      { op: 'put', kind: 'booths', id: 'broken', fields: { hallId: 'hall', number: 'X' } },
    ])
    const preview = await services.releases.releasePreview(owner, { fairId })
    expect(
      preview.affected.map(({ exhibitorName, before, number, changes }) => [exhibitorName, before, number, changes]),
    ).toEqual([
      ['Éclair', 'A2', 'A3', ['renumbered']],
      ['Zwaluw', 'A1', 'A1', ['moved']],
    ])
    expect(preview.diff.goneBooths.map((booth) => booth.number)).toEqual(['A6'])
    expect(preview.problems.map((problem) => problem.rule)).toContain('L23')
    expect(preview.malformed).toMatchObject([{ kind: 'booths', id: 'broken' }])
  })
})

describe('publishing', () => {
  it('freezes the plan: later edits do not show', async () => {
    const { fairId, owner } = await createPublishedFair(deps, { booths: 2 })
    await editDraft(deps, fairId, [move(0)])
    const released = await services.releases.latestRelease(owner, { fairId })
    expect(released?.plan.booths.get(boothId(0))?.place).toEqual([5000, 5000, 3000, 3000, 0])
    expect(released?.booths.get(boothId(0))).toMatchObject({
      number: 'A1',
      areaM2: 9,
      kind: 'head',
      openSides: 3,
      centre: [6500, 6500],
    })
    expect(await releaseNow(deps, owner, fairId)).toBe(2)
    const next = await services.releases.latestRelease(owner, { fairId })
    expect(next?.plan.booths.get(boothId(0))?.place?.[1]).toBe(9000)
  })

  it('needs the problems to be seen', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const position = await editDraft(deps, fairId, [
      { op: 'set', kind: 'booths', id: boothId(1), fields: { number: 'A1' } },
    ])
    const error = await rejectedWith(
      services.releases.publishRelease(owner, { fairId, expectedPosition: position, key: 'form' }),
      'INVALID',
    )
    expect(error.fields).toMatchObject([{ path: 'confirmed' }])
    expect(
      await services.releases.publishRelease(owner, {
        fairId,
        expectedPosition: position,
        confirmed: true,
        key: 'form',
      }),
    ).toEqual({
      number: 2,
      waitingMails: 0,
    })
  })

  it('of a plan that nobody looked at is refused', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const { position } = await services.releases.releasePreview(owner, { fairId })
    await editDraft(deps, fairId, [move(0)])
    await rejectedWith(
      services.releases.publishRelease(owner, { fairId, expectedPosition: position, confirmed: true }),
      'DRAFT_CHANGED',
    )
    expect(await services.releases.listReleases(owner, { fairId })).toHaveLength(1)
  })

  it('by two at once makes one release, and twice with one key too', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const { position, nextNumber } = await services.releases.releasePreview(owner, { fairId })
    const input = { fairId, expectedPosition: position, expectedNumber: nextNumber, confirmed: true }
    const outcomes = await Promise.allSettled([
      services.releases.publishRelease(owner, input),
      services.releases.publishRelease(owner, input),
    ])
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({
      reason: { code: 'DRAFT_CHANGED' },
    })
    const keyed = { ...input, expectedNumber: nextNumber + 1, key: 'form-1' }
    const both = await Promise.all([1, 2].map(() => services.releases.publishRelease(owner, keyed)))
    expect(both.map((release) => release.number)).toEqual([3, 3])
    expect((await services.releases.listReleases(owner, { fairId })).map((release) => release.number)).toEqual([
      3, 2, 1,
    ])
  })

  it('leaves out what stands nowhere, and survives text that a database cannot hold', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    await editDraft(deps, fairId, [
      { op: 'delete', kind: 'sectors', id: 'music' },
      { op: 'put', kind: 'booths', id: 'lost', fields: { hallId: 'gone', number: 'L1', place: [0, 0, 1000, 1000, 0] } },
      {
        op: 'put',
        kind: 'halls',
        id: 'odd',
        fields: {
          name: { nl: 'a\u0000b\ud800c' },
          outline: [
            [0, 0],
            [9000, 0],
            [0, 9000],
          ],
        },
      },
    ])
    await releaseNow(deps, owner, fairId)
    const released = await services.releases.latestRelease(owner, { fairId })
    expect(released?.booths.get(boothId(0))?.sectorId).toBeNull()
    expect(released?.booths.has('lost' as never)).toBe(false)
    expect(released?.plan.halls.get('odd')?.name.nl).toBe('a\ufffdb\ufffdc')
  })

  it('makes new booths claimable at once', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const actor = await createAccount(deps.sql)
    await createExhibitor(deps.sql, fairId, actor)
    await editDraft(deps, fairId, [
      {
        op: 'put',
        kind: 'booths',
        id: 'fresh',
        fields: { hallId: 'hall', number: 'Z1', place: [0, 0, 2000, 2000, 0] },
      },
    ])
    await rejectedWith(services.claims.claimBooth(actor, { fairId, boothId: 'fresh' as never }), 'BOOTH_NOT_RELEASED')
    await releaseNow(deps, owner, fairId)
    expect((await services.claims.claimBooth(actor, { fairId, boothId: 'fresh' as never })).status).toBe(201)
  })

  it('is for organisers of this fair', async () => {
    const { fairId } = await createPublishedFair(deps)
    const elsewhere = await createPublishedFair(deps)
    await rejectedWith(services.releases.releasePreview(elsewhere.owner, { fairId }), 'FORBIDDEN')
    const input = { fairId, expectedPosition: 1, confirmed: true }
    await rejectedWith(services.releases.publishRelease(elsewhere.owner, input), 'FORBIDDEN')
    await rejectedWith(services.releases.withdrawRelease(elsewhere.owner, { fairId, number: 1 }), 'FORBIDDEN')
    await rejectedWith(services.releases.sendReleaseMails(elsewhere.owner, { fairId }), 'FORBIDDEN')
    await rejectedWith(services.releases.listReleaseMails(elsewhere.owner, { fairId }), 'FORBIDDEN')
  })
})

describe('mails about a release', () => {
  it('wait for an organiser, and go to those concerned only', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    await confirmed(fairId, 0, 'Moved')
    await confirmed(fairId, 1, 'Not moved')
    const holder = await createAccount(deps.sql)
    await createExhibitor(deps.sql, fairId, holder, { name: 'Only holds' })
    await services.claims.holdBooth(holder, { fairId, boothId: boothId(2) })
    await editDraft(deps, fairId, [move(0), move(2)])
    await releaseNow(deps, owner, fairId)
    expect(await services.releases.listReleaseMails(owner, { fairId })).toMatchObject({
      count: 1,
      visitors: 0,
      mails: [
        {
          recipientName: 'Moved',
          releaseNumber: 2,
          booths: [{ exhibitor: 'Moved', booth: 'A1', before: 'A1', changes: ['moved'] }],
          talks: [],
        },
      ],
    })
    expect((await services.releases.listReleases(owner, { fairId }))[0]).toMatchObject({
      waitingMails: 1,
      sentMails: 0,
    })
    expect(await services.releases.sendReleaseMails(owner, { fairId, number: 1 })).toBe(0)
    expect(await services.releases.sendReleaseMails(owner, { fairId })).toBe(1)
    expect(await services.releases.sendReleaseMails(owner, { fairId })).toBe(0)
    expect((await services.releases.listReleases(owner, { fairId }))[0]).toMatchObject({
      waitingMails: 0,
      sentMails: 1,
    })
  })

  it('go away with a release that is withdrawn', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    await confirmed(fairId, 0, 'Moved')
    await editDraft(deps, fairId, [move(0)])
    await releaseNow(deps, owner, fairId)
    await services.releases.withdrawRelease(owner, { fairId, number: 2 })
    expect(await services.releases.listReleaseMails(owner, { fairId })).toEqual({ count: 0, visitors: 0, mails: [] })
  })
})

describe('withdrawing', () => {
  it('brings back the release before, and at last none; numbers are not given twice', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    await editDraft(deps, fairId, [move(0)])
    await releaseNow(deps, owner, fairId)
    await services.releases.withdrawRelease(owner, { fairId, number: 2 })
    await services.releases.withdrawRelease(owner, { fairId, number: 2 })
    expect((await services.releases.latestRelease(owner, { fairId }))?.number).toBe(1)
    await services.releases.withdrawRelease(owner, { fairId, number: 1 })
    expect(await services.releases.latestRelease(owner, { fairId })).toBeNull()
    const visitor = await createAccount(deps.sql)
    await rejectedWith(services.releases.latestRelease(visitor, { fairId }), 'NOT_FOUND')
    expect(await releaseNow(deps, owner, fairId)).toBe(3)
    const list = await services.releases.listReleases(owner, { fairId })
    expect(list.map(({ number, current, booths }) => [number, current, booths])).toEqual([
      [3, true, 6],
      [2, false, 6],
      [1, false, 6],
    ])
    await rejectedWith(services.releases.withdrawRelease(owner, { fairId, number: 9 }), 'NOT_FOUND')
    await rejectedWith(services.releases.withdrawRelease(owner, { fairId, number: 1.5 }), 'NOT_FOUND')
  })
})
