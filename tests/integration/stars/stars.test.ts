import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import { visitor } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'
import { createAccount, createFair } from '#tests/factories/fair'
import { createTalksFair, releaseTalks, talkId } from '#tests/factories/talksFair'
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

const MINUTE = 60_000
const op = (n: number, starred: boolean, ago = 0) => ({ talkId: talkId(n), starred, ago })
const anybody = visitor('nl')

describe('an account’s stars', () => {
  it('are set and taken back one by one, and twice is once', async () => {
    const { fairId } = await createTalksFair(deps, [{}, {}, {}])
    const ada = await createAccount(deps.sql)
    const change = (...ops: ReturnType<typeof op>[]) => services.stars.changeStars(ada, { fairId, ops })
    expect(await change(op(0, true))).toEqual([talkId(0)])
    expect(await change(op(0, true))).toEqual([talkId(0)])
    deps.clock.advance(1)
    expect(await change(op(1, true), op(0, false), op(2, true), op(2, false))).toEqual([talkId(1)])
    expect(await services.stars.readStars(ada, { fairId })).toEqual([talkId(1)])
  })

  it('follow the last word for each talk, whichever device says it first', async () => {
    const { fairId } = await createTalksFair(deps, [{}, {}])
    const ada = await createAccount(deps.sql)
    // On the train at ten past: starred. At the desk at twenty past: taken back. The train arrives last.
    deps.clock.advance(30 * MINUTE)
    await services.stars.changeStars(ada, { fairId, ops: [op(0, false, 10 * MINUTE), op(1, true, 10 * MINUTE)] })
    const after = await services.stars.changeStars(ada, {
      fairId,
      ops: [op(0, true, 20 * MINUTE), op(1, false, 20 * MINUTE)],
    })
    expect(after).toEqual([talkId(1)])
  })

  it('lose nothing when two devices speak at once', async () => {
    const { fairId } = await createTalksFair(
      deps,
      Array.from({ length: 20 }, () => ({})),
    )
    const ada = await createAccount(deps.sql)
    const twice = Array.from({ length: 40 }, (_, n) => n % 20)
    await Promise.all(twice.map((n) => services.stars.changeStars(ada, { fairId, ops: [op(n, true)] })))
    expect(await services.stars.readStars(ada, { fairId })).toHaveLength(20)
  })

  it('are refused where they have no place', async () => {
    const { fairId } = await createTalksFair(deps, [{}])
    const ada = await createAccount(deps.sql)
    await rejectedWith(services.stars.changeStars(anybody, { fairId, ops: [op(0, true)] }), 'NOT_SIGNED_IN')
    await rejectedWith(services.stars.changeStars(ada, { fairId, ops: [{ talkId: '../x', starred: true }] }), 'INVALID')
    const hidden = await createFair(deps.sql)
    await rejectedWith(services.stars.changeStars(ada, { fairId: hidden, ops: [op(0, true)] }), 'NOT_FOUND')
    expect(await services.stars.changeStars(ada, { fairId, ops: [op(99, true)] })).toEqual([])
  })
})

describe('a browser’s list', () => {
  const open = (fairId: FairId, ...ops: ReturnType<typeof op>[]) =>
    services.stars.openFeed(anybody, { fairId, ops, address: '127.0.0.1' })
  const slugOf = async (fairId: FairId) =>
    (await deps.sql<{ slug: string }[]>`select slug from fairs where id = ${fairId}`)[0]?.slug ?? ''
  const followed = async (fairId: FairId, token: string) =>
    [...(await services.stars.readFeed({ slug: await slugOf(fairId), token })).talkIds].sort()

  it('is put on the server when a calendar is asked for, and follows from then on', async () => {
    const { fairId } = await createTalksFair(deps, [{}, {}])
    const { token } = await open(fairId, op(0, true))
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    await services.stars.changeStars(anybody, { fairId, ops: [op(1, true)], token })
    expect(await followed(fairId, token)).toEqual([talkId(0), talkId(1)])
    const renewed = await services.stars.renewFeed(anybody, { fairId, token })
    await rejectedWith(followed(fairId, token), 'NOT_FOUND')
    expect(await followed(fairId, renewed.token)).toEqual([talkId(0), talkId(1)])
    await services.stars.closeFeed(anybody, { fairId, token: renewed.token })
    await rejectedWith(followed(fairId, renewed.token), 'NOT_FOUND')
    await rejectedWith(services.stars.closeFeed(anybody, { fairId, token: renewed.token }), 'NOT_FOUND')
  })

  it('opens nothing in another fair, nor by a guess', async () => {
    const { fairId } = await createTalksFair(deps, [{}])
    const other = await createTalksFair(deps, [{}])
    const { token } = await open(fairId, op(0, true))
    await rejectedWith(followed(other.fairId, token), 'NOT_FOUND')
    await rejectedWith(services.stars.changeStars(anybody, { fairId: other.fairId, ops: [], token }), 'NOT_FOUND')
    await rejectedWith(followed(fairId, "' or 1=1 --"), 'NOT_FOUND')
    await rejectedWith(services.stars.renewFeed(anybody, { fairId }), 'NOT_SIGNED_IN')
  })

  it('becomes the account’s at signing in, beside what that had, and its calendar goes on', async () => {
    const { fairId } = await createTalksFair(deps, [{}, {}, {}])
    const ada = await createAccount(deps.sql)
    await services.stars.changeStars(ada, { fairId, ops: [op(0, true)] })
    deps.clock.advance(MINUTE)
    const { token } = await open(fairId, op(1, true))
    const adopt = () => services.stars.adoptStars(ada, { fairId, ops: [op(1, true), op(2, true)], token })
    expect((await adopt()).sort()).toEqual([talkId(0), talkId(1), talkId(2)])
    expect((await adopt()).sort()).toEqual([talkId(0), talkId(1), talkId(2)])
    expect(await followed(fairId, token)).toEqual([talkId(0), talkId(1), talkId(2)])
    expect(await services.stars.openFeed(ada, { fairId, address: '' })).toEqual({ token })
    // What the browser knew opens the list no longer for writing.
    await rejectedWith(services.stars.changeStars(anybody, { fairId, ops: [op(0, false)], token }), 'NOT_FOUND')
  })

  it('leads to the account’s calendar where that has an address already', async () => {
    const { fairId } = await createTalksFair(deps, [{}, {}])
    const ada = await createAccount(deps.sql)
    const mine = await services.stars.openFeed(ada, { fairId, address: '' })
    const { token } = await open(fairId, op(1, true))
    await services.stars.adoptStars(ada, { fairId, ops: [], token })
    expect(await followed(fairId, token)).toEqual([talkId(1)])
    expect(await followed(fairId, mine.token)).toEqual([talkId(1)])
    await services.stars.renewFeed(ada, { fairId })
    await rejectedWith(followed(fairId, token), 'NOT_FOUND')
    await rejectedWith(followed(fairId, mine.token), 'NOT_FOUND')
  })

  it('brings back at signing in what another device took back', async () => {
    const { fairId } = await createTalksFair(deps, [{}])
    const ada = await createAccount(deps.sql)
    await services.stars.changeStars(ada, { fairId, ops: [op(0, true), op(0, false)] })
    expect(await services.stars.adoptStars(ada, { fairId, ops: [op(0, true)] })).toEqual([talkId(0)])
  })
})

describe('my programme', () => {
  it('knows stars, seats, what moved and what is gone', async () => {
    const fair = await createTalksFair(deps, [{}, { seats: 3 }, {}])
    const { fairId } = fair
    const [{ slug } = { slug: '' }] = await deps.sql<{ slug: string }[]>`select slug from fairs where id = ${fairId}`
    const ada = await createAccount(deps.sql)
    await services.stars.changeStars(ada, { fairId, ops: [op(0, true), op(2, true)] })
    await services.signups.signUp(ada, { fairId, talkId: talkId(1) })
    deps.clock.advance(MINUTE)
    await releaseTalks(deps, fair, [
      { op: 'set', kind: 'talks', id: talkId(0), fields: { slot: ['stage-b', 30_000_000, 45] } },
      { op: 'set', kind: 'talks', id: talkId(2), fields: { state: 'idea' } },
    ])
    const { mine, past } = await services.stars.myProgramme(ada, { slug })
    expect(mine).toMatchObject({ signups: [{ talkId: talkId(1), state: 'seated', position: null }], feedToken: null })
    expect(past.former.get(talkId(0))).toMatchObject([{ stageId: 'stage-a', stage: { nl: 'Podium 5' } }])
    expect(past.former.get(talkId(0))?.[0]?.until).toBeGreaterThan(mine?.stars[0]?.at.getTime() ?? Infinity)
    expect([...past.gone]).toEqual([[talkId(2), expect.objectContaining({ nl: 'Sessie 2' })]])
    expect((await services.stars.myProgramme(anybody, { slug })).mine).toBeNull()
  })
})
