import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blockBooth } from '#server/services/booths/blockBooth'
import { blockedBooths } from '#server/services/booths/blockedBooths'
import { exhibitorDesk } from '#server/services/exhibitors/exhibitorDesk'
import { visitor } from '#shared/access/roles'
import { createAccount, createExhibitor, createFair, createMember } from '#tests/factories/fair'
import { boothId, createPublishedFair } from '#tests/factories/publishedFair'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'

describe('the desk of exhibitors', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  it('is open to whoever may sign up, before anything is published, and tells outsiders nobody’s address', async () => {
    const deps = testDeps(database.sql)
    const owner = await createAccount(database.sql, { name: 'Olga' })
    const stranger = await createAccount(database.sql)
    const fairId = await createFair(database.sql, { slug: 'open-fair' })
    await createMember(database.sql, fairId, owner, 'owner')
    const guest = await exhibitorDesk(deps)(visitor('nl'), { slug: 'open-fair' })
    expect(guest).toMatchObject({ release: null, exhibitors: [], organisers: [] })
    expect(guest.reader).toEqual({ signedIn: false, organiser: false, mayJoin: false })
    const desk = await exhibitorDesk(deps)(stranger, { slug: 'open-fair' })
    expect(desk).toMatchObject({ organisers: [], reader: { signedIn: true, mayJoin: true } })
  })

  it('shows exhibitors those they act for, and whom to ask', async () => {
    const deps = testDeps(database.sql)
    const owner = await createAccount(database.sql, { name: 'Olga' })
    const person = await createAccount(database.sql)
    const fairId = await createFair(database.sql, { slug: 'two-of-mine', openForExhibitors: false })
    await createMember(database.sql, fairId, owner, 'owner')
    await createExhibitor(database.sql, fairId, person, { name: 'Tien 10' })
    await createExhibitor(database.sql, fairId, person, { name: 'Tien 2' })
    await createExhibitor(database.sql, fairId, null, { name: 'Somebody else' })
    const desk = await exhibitorDesk(deps)(person, { slug: 'two-of-mine' })
    expect(desk.exhibitors.map(({ name }) => name)).toEqual(['Tien 2', 'Tien 10'])
    expect(desk.organisers).toEqual([{ name: 'Olga', email: owner.email }])
  })

  it('does not exist for strangers while the fair is closed and unpublished, nor when it is archived', async () => {
    const deps = testDeps(database.sql)
    const stranger = await createAccount(database.sql)
    const demo = await createAccount(database.sql, { demo: true })
    await createFair(database.sql, { slug: 'closed-fair', openForExhibitors: false })
    await createFair(database.sql, { slug: 'archived-fair', archivedAt: new Date('2026-11-01T00:00:00Z') })
    await createFair(database.sql, { slug: 'real-fair' })
    for (const [actor, slug] of [
      [stranger, 'closed-fair'],
      [visitor('fr'), 'closed-fair'],
      [stranger, 'archived-fair'],
      [stranger, 'no-such-fair'],
      [stranger, "'; drop table fairs; --"],
      [demo, 'real-fair'],
    ] as const)
      await expect(exhibitorDesk(deps)(actor, { slug }), slug).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('blocked booths', () => {
  it('are listed with their reasons for organisers only', async () => {
    const database = await createTestDatabase()
    const deps = testDeps(database.sql)
    const { fairId, owner } = await createPublishedFair(deps)
    await blockBooth(deps)(owner, { fairId, boothId: boothId(1), reason: 'For the press' })
    expect(await blockedBooths(deps)(owner, { fairId })).toMatchObject([{ number: 'A2', reason: 'For the press' }])
    await expect(blockedBooths(deps)(visitor('en'), { fairId })).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    await database.drop()
  })
})
