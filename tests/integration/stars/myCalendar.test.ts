import ical from 'node-ical'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '#shared/access/roles'
import { createAccount } from '#tests/factories/fair'
import { createTalksFair, releaseTalks, talkId } from '#tests/factories/talksFair'
import { startTestServer, type TestServer } from '#tests/helpers/httpServer'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let server: TestServer

beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
  server = await startTestServer(deps)
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const events = (text: string) =>
  Object.values(ical.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT') as ical.VEvent[]

describe('the private calendar', () => {
  it('follows stars, seats and releases, and nobody keeps or lists it', async () => {
    const fair = await createTalksFair(deps, [{}, { seats: 1 }, {}], { slug: 'kalender' })
    const { fairId } = fair
    const { stars, signups } = server.container.services
    const ada = await createAccount(deps.sql)
    await stars.changeStars(ada, { fairId, ops: [{ talkId: talkId(0), starred: true }] })
    const { token } = await stars.openFeed(ada, { fairId, address: '' })
    const address = `${server.url}/fairs/kalender/my/${token}.ics?lang=nl`
    const first = await fetch(address)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(first.headers.get('x-robots-tag')).toMatch(/noindex/)
    expect(first.headers.get('cache-control')).toMatch(/private/)
    const etag = first.headers.get('etag') ?? ''
    const before = events(await first.text())
    expect(before).toMatchObject([{ summary: 'Sessie 0', status: 'CONFIRMED', sequence: 0 }])
    const again = await fetch(address, { headers: { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' } })
    expect(again.status).toBe(304)

    await signups.signUp(ada, { fairId, talkId: talkId(1) })
    expect(events(await (await fetch(address.replace(/nl$/, 'fr'))).text()).map(({ summary }) => summary)).toEqual([
      'Séance 0',
      'Séance 1',
    ])

    deps.clock.advance(60_000)
    await releaseTalks(deps, fair, [{ op: 'set', kind: 'talks', id: talkId(0), fields: { state: 'cancelled' } }])
    const after = await fetch(address, { headers: { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' } })
    expect(after.status).toBe(200)
    const [cancelled] = events(await after.text())
    expect(cancelled).toMatchObject({ status: 'CANCELLED', uid: before[0]?.uid, sequence: 1 })
  })

  it('stays, empty, when nothing is published any more', async () => {
    const fair = await createTalksFair(deps, [{}], { slug: 'leeg' })
    const { stars, releases } = server.container.services
    const { token } = await stars.openFeed(visitor('nl'), {
      fairId: fair.fairId,
      ops: [{ talkId: talkId(0), starred: true }],
      address: '',
    })
    for (const number of [2, 1]) await releases.withdrawRelease(fair.owner, { fairId: fair.fairId, number })
    const answer = await fetch(`${server.url}/fairs/leeg/my/${token}.ics`)
    expect(answer.status).toBe(200)
    expect(events(await answer.text())).toEqual([])
  })

  it('is not there for a wrong token', async () => {
    const wrong = await fetch(`${server.url}/fairs/kalender/my/${'x'.repeat(43)}.ics`)
    expect(wrong.status).toBe(404)
    const post = await fetch(`${server.url}/fairs/kalender/my/${'x'.repeat(43)}.ics`, { method: 'POST' })
    expect(post.status).toBe(405)
  })
})
