import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import { promoteWaiting } from '#server/services/signups/promoteWaiting'
import { visitor } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'
import { createAccount, createFair } from '#tests/factories/fair'
import { createTalksFair, putTalk, releaseTalks, talkId } from '#tests/factories/talksFair'
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

const people = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => createAccount(deps.sql, { name: `Person ${n}` })))
const seats = async (fairId: FairId, n: number) =>
  (await services.signups.seatsLeft(visitor('en'), { fairId, talkId: talkId(n) }))[0]
const mails = (fairId: FairId) =>
  deps.sql<{ template: string; recipient_email: string; params: Record<string, unknown> }[]>`
    select template, recipient_email, params from outbox where fair_id = ${fairId} and template = 'seatFreed' order by id`

describe('signing up', () => {
  it('gives a seat, says so again to who asks again, and takes it back', async () => {
    const { fairId } = await createTalksFair(deps, [{ seats: 2 }])
    const [ada] = await people(1)
    const wish = { fairId, talkId: talkId(0) }
    expect(await services.signups.signUp(ada!, wish)).toEqual({ state: 'seated', position: null })
    expect(await services.signups.signUp(ada!, wish)).toEqual({ state: 'seated', position: null })
    expect(await seats(fairId, 0)).toMatchObject({ seats: 2, left: 1, waiting: 0, mine: null, closed: null })
    expect(await services.signups.seatsLeft(ada!, { fairId })).toMatchObject([{ mine: { state: 'seated' } }])
    expect(await services.signups.cancelSignup(ada!, wish)).toEqual({ cancelled: true })
    expect(await services.signups.cancelSignup(ada!, wish)).toEqual({ cancelled: false })
    expect(await seats(fairId, 0)).toMatchObject({ left: 2 })
  })

  it('seats exactly ten of two hundred who ask at once, and the others wait in order', async () => {
    const { fairId } = await createTalksFair(deps, [{ seats: 10 }])
    const crowd = await people(200)
    const answers = await Promise.all(
      crowd.map((actor) => services.signups.signUp(actor, { fairId, talkId: talkId(0), key: 'once' })),
    )
    expect(answers.filter(({ state }) => state === 'seated')).toHaveLength(10)
    const positions = answers.flatMap(({ position }) => position ?? []).sort((a, b) => a - b)
    expect(positions).toEqual(Array.from({ length: 190 }, (_, n) => n + 1))
    expect(await seats(fairId, 0)).toMatchObject({ left: 0, waiting: 190 })

    // Five give up at once: the first five who wait get their seats, and a mail each.
    const seated = crowd.filter((_, n) => answers[n]!.state === 'seated').slice(0, 5)
    await Promise.all(seated.map((actor) => services.signups.cancelSignup(actor, { fairId, talkId: talkId(0) })))
    const next = crowd.filter((_, n) => (answers[n]!.position ?? 999) <= 5)
    expect(new Set((await mails(fairId)).map((mail) => mail.recipient_email))).toEqual(
      new Set(next.map(({ email }) => email)),
    )
    expect(await seats(fairId, 0)).toMatchObject({ left: 0, waiting: 185 })
    expect((await services.signups.seatsLeft(next[0]!, { fairId }))[0]?.mine).toEqual({
      state: 'seated',
      position: null,
    })
  })

  it('answers the same key the same, also after things have changed', async () => {
    const { fairId } = await createTalksFair(deps, [{ seats: 1 }, { seats: 1 }])
    const [ada] = await people(1)
    const wish = { fairId, talkId: talkId(0), key: 'k' }
    await services.signups.signUp(ada!, wish)
    await services.signups.cancelSignup(ada!, { fairId, talkId: talkId(0) })
    expect(await services.signups.signUp(ada!, wish)).toEqual({ state: 'seated', position: null })
    expect(await seats(fairId, 0)).toMatchObject({ left: 1 })
    await rejectedWith(services.signups.signUp(ada!, { ...wish, talkId: talkId(1) }), 'IDEMPOTENCY_REUSED')
  })

  it('sends whoever gave up and asks again to the end of the line', async () => {
    const { fairId } = await createTalksFair(deps, [{ seats: 1 }])
    const [ada, bea, cas] = await people(3)
    const wish = { fairId, talkId: talkId(0) }
    for (const actor of [ada, bea, cas]) await services.signups.signUp(actor!, wish)
    await services.signups.cancelSignup(bea!, wish)
    expect(await services.signups.signUp(bea!, wish)).toEqual({ state: 'waiting', position: 2 })
    await services.signups.cancelSignup(ada!, wish)
    expect((await services.signups.seatsLeft(cas!, { fairId }))[0]?.mine?.state).toBe('seated')
  })

  it('refuses what cannot be', async () => {
    const fair = await createTalksFair(deps, [{ seats: 5 }, {}, { seats: 5 }, { seats: 5 }])
    const { fairId } = fair
    const [ada] = await people(1)
    const demo = await createAccount(deps.sql, { demo: true })
    await rejectedWith(services.signups.signUp(visitor('nl'), { fairId, talkId: talkId(0) }), 'NOT_SIGNED_IN')
    await rejectedWith(services.signups.signUp(demo, { fairId, talkId: talkId(0) }), 'FORBIDDEN')
    await rejectedWith(services.signups.signUp(ada!, { fairId, talkId: talkId(1) }), 'TALK_OPEN')
    await rejectedWith(services.signups.signUp(ada!, { fairId, talkId: talkId(9) }), 'NOT_FOUND')
    await rejectedWith(services.signups.signUp(ada!, { fairId, talkId: '../x' as never }), 'INVALID')
    const other = await createFair(deps.sql)
    await rejectedWith(services.signups.signUp(ada!, { fairId: other, talkId: talkId(0) }), 'NOT_FOUND')

    await releaseTalks(deps, fair, [{ op: 'set', kind: 'talks', id: talkId(2), fields: { state: 'cancelled' } }])
    await rejectedWith(services.signups.signUp(ada!, { fairId, talkId: talkId(2) }), 'TALK_CANCELLED')
    await releaseTalks(deps, fair, [{ op: 'set', kind: 'talks', id: talkId(3), fields: { state: 'idea' } }])
    await rejectedWith(services.signups.signUp(ada!, { fairId, talkId: talkId(3) }), 'TALK_NOT_RELEASED')
  })

  it('ends with the talk', async () => {
    const late = testDeps(database.sql)
    late.clock.advance(Date.parse('2027-03-12T09:46:00Z') - late.clock.now().getTime())
    const { fairId } = await createTalksFair(deps, [{ seats: 5 }])
    const [ada] = await people(1)
    await rejectedWith(createServices(late).signups.signUp(ada!, { fairId, talkId: talkId(0) }), 'TALK_OVER')
  })

  it('is closed once no release is left', async () => {
    const { fairId, owner } = await createTalksFair(deps, [{ seats: 5 }])
    const [ada] = await people(1)
    for (const number of [2, 1]) await services.releases.withdrawRelease(owner, { fairId, number })
    await rejectedWith(services.signups.signUp(ada!, { fairId, talkId: talkId(0) }), 'NOT_FOUND')
  })
})

describe('the waiting list', () => {
  it('moves up when seats grow, and nobody loses a seat when they shrink', async () => {
    const { fairId } = await createTalksFair(deps, [{ seats: 1 }])
    const crowd = await people(4)
    for (const actor of crowd) await services.signups.signUp(actor, { fairId, talkId: talkId(0) })
    const promote = (count: number | null) =>
      deps.sql.begin((tx) => promoteWaiting(tx, { fairId, talkId: talkId(0), seats: count, at: deps.clock.now() }))
    expect(await promote(3)).toEqual([crowd[1]!.accountId, crowd[2]!.accountId])
    expect(await promote(1)).toEqual([])
    expect(await seats(fairId, 0)).toMatchObject({ left: 0, waiting: 1 })
    expect(await promote(null)).toEqual([crowd[3]!.accountId])
    const [mail] = await mails(fairId)
    expect(mail?.params).toMatchObject({
      talk: 'Sessie 0',
      start: '2027-03-12T09:00:00.000Z',
      path: expect.stringMatching(/^\/nl\/fairs\/.*\/talks\/talk-0$/),
    })
  })

  it('moves up when an account goes', async () => {
    const { fairId } = await createTalksFair(deps, [{ seats: 1 }])
    const [ada, bea] = await people(2)
    for (const actor of [ada, bea]) await services.signups.signUp(actor!, { fairId, talkId: talkId(0) })
    await services.accounts.deleteAccount(ada!)
    expect((await services.signups.seatsLeft(bea!, { fairId }))[0]?.mine?.state).toBe('seated')
  })
})

describe('the organisers’ list', () => {
  it('names who is seated and who waits, to organisers only', async () => {
    const { fairId, owner } = await createTalksFair(deps, [{ seats: 1 }, { seats: 3 }, {}])
    const [ada, bea] = await people(2)
    for (const actor of [ada, bea]) await services.signups.signUp(actor!, { fairId, talkId: talkId(0) })
    const list = await services.signups.talkSignups(owner, { fairId })
    expect(list.map(({ talkId: id }) => id)).toEqual([talkId(0), talkId(1)])
    expect(list[0]?.people).toMatchObject([
      { name: 'Person 0', state: 'seated' },
      { name: 'Person 1', state: 'waiting' },
    ])
    await rejectedWith(services.signups.talkSignups(ada!, { fairId }), 'FORBIDDEN')
    await rejectedWith(services.signups.talkSignups(visitor('nl'), { fairId }), 'NOT_SIGNED_IN')
  })
})

it('puts nobody into a draft: the talk of a release that nobody has projected yet is found', async () => {
  const fair = await createTalksFair(deps, [])
  await releaseTalks(deps, fair, putTalk(0, { seats: 1 }))
  const [ada] = await people(1)
  expect(await services.signups.signUp(ada!, { fairId: fair.fairId, talkId: talkId(0) })).toMatchObject({
    state: 'seated',
  })
})
