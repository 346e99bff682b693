import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import { createSignInLink } from '#server/services/accounts/signInLinks'
import { queueMails } from '#server/services/mails/queueMail'
import type { Actor } from '#shared/access/roles'
import { applyPatch } from '#shared/document/fairDocument'
import { systemClock } from '#shared/kernel/clock'
import type { FairId } from '#shared/kernel/ids'
import { CLOSE } from '#shared/protocol/sync'
import { createAccount, createExhibitor, createMember, sessionCookieFor } from '#tests/factories/fair'
import { createProgrammeFair, FIRST_MORNING, putStage, putTalk } from '#tests/factories/programmeFair'
import { boothId, createPublishedFair, releaseNow } from '#tests/factories/publishedFair'
import { type AppProcesses, startApps } from '#tests/helpers/appProcesses'
import { eventually } from '#tests/helpers/eventually'
import { ensureBuild } from '#tests/helpers/serverProcess'
import { startSmtpServer, type TestSmtpServer } from '#tests/helpers/smtpServer'
import { contentOf, rawClient, stockClient } from '#tests/helpers/syncClients'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'
import { ask, type Watcher, watch } from './visitors'

let database: TestDatabase
let deps: TestDeps
let services: Services
let smtp: TestSmtpServer
let apps: AppProcesses
let url: string

beforeAll(async () => {
  await ensureBuild()
  database = await createTestDatabase()
  deps = testDeps(database.sql, { clock: systemClock, demo: false })
  services = createServices(deps)
  smtp = await startSmtpServer()
  apps = await startApps(3, database.name, { sessionSecret: deps.sessionSecret, smtpUrl: smtp.url })
  url = apps.proxy.url
}, 300_000)
afterAll(async () => {
  await apps.close()
  await smtp.close()
  await database.drop()
})

const sync = () => `${url.replace('http', 'ws')}/sync`
const cookieOf = (actor: Pick<Actor, 'accountId'>) => sessionCookieFor(deps, actor)
const json = { 'Content-Type': 'application/json' }

async function organiserOf(fairId: FairId) {
  const actor = await createAccount(deps.sql)
  await createMember(deps.sql, fairId, actor)
  return { actor, cookie: await cookieOf(actor) }
}

describe('three processes behind a proxy without sticky sessions', () => {
  it('end with one document, whoever edits where, and its rows', async () => {
    const { fairId } = await createPublishedFair(deps, { booths: 10 })
    const cookies = await Promise.all(Array.from({ length: 6 }, async () => (await organiserOf(fairId)).cookie))
    const clients = cookies.map((cookie) => stockClient(sync(), fairId, { cookie }))
    await Promise.all(clients.map(({ synced }) => synced))
    for (let n = 0; n < 150; n++) {
      const { doc } = clients[n % 6]!
      const fields = n % 3 ? { place: [n * 10, n, 3000, 3000, 0] } : { number: `N${n}` }
      applyPatch(doc, [{ op: 'set', kind: 'booths', id: boothId(n % 10), fields }])
      if (n % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await eventually(async () => {
      for (const { doc } of clients) expect(contentOf(doc)).toEqual(contentOf(clients[0]!.doc))
      const rows = await deps.sql<{ id: string; number: string }[]>`
        select id, number from booths where fair_id = ${fairId} order by id`
      const booths = clients[0]!.doc.getMap('booths').toJSON() as Record<string, { number: string }>
      expect(rows).toHaveLength(10)
      for (const { id, number } of rows) expect(number).toBe(booths[id]!.number)
      const [fair] = await deps.sql`select log_position from fairs where id = ${fairId}`
      expect(fair!.log_position).toBeGreaterThan(1)
    }, 30_000)
    for (const { provider } of clients) provider.destroy()
  })

  it('give a booth that 200 claim at once to one of them', async () => {
    const { fairId } = await createPublishedFair(deps, { booths: 3 })
    const cookies: string[] = []
    for (let n = 0; n < 200; n++) {
      const actor = await createAccount(deps.sql)
      await createExhibitor(deps.sql, fairId, actor, { name: `Exhibitor ${n}` })
      cookies.push(await cookieOf(actor))
    }
    const path = `${url}/api/fairs/${fairId}/booths/${boothId(1)}/claims`
    const answers = await Promise.all(
      cookies.map((cookie) => ask(path, { method: 'POST', cookie, headers: json, body: '{}' })),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(199)
    const [row] = await deps.sql`select count(*)::int as n from claims where fair_id = ${fairId}`
    expect(row!.n).toBe(1)
  })

  it('answer a request that is sent to all of them once, by its idempotency key', async () => {
    const { fairId } = await createPublishedFair(deps, { booths: 3 })
    const actor = await createAccount(deps.sql)
    await createExhibitor(deps.sql, fairId, actor)
    const cookie = await cookieOf(actor)
    const headers = { ...json, 'Idempotency-Key': 'one-and-the-same' }
    const path = `${url}/api/fairs/${fairId}/booths/${boothId(0)}/claims`
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => ask(path, { method: 'POST', cookie, headers, body: '{"intent":"hold"}' })),
    )
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    const done = await deps.sql`select action from audit where fair_id = ${fairId} and action like 'claim.%'`
    expect(done.map(({ action }) => action)).toEqual(['claim.hold'])
  })

  it('tell every page of a claim and of a release once, wherever it is connected', async () => {
    const { fairId, owner } = await createPublishedFair(deps, { booths: 3 })
    const watchers: Watcher[] = []
    for (let n = 0; n < 6; n++) watchers.push(await watch(url, fairId, n === 0 ? await cookieOf(owner) : ''))
    const actor = await createAccount(deps.sql)
    const exhibitorId = await createExhibitor(deps.sql, fairId, actor)
    const path = `${url}/api/fairs/${fairId}/booths/${boothId(2)}/claims`
    expect((await ask(path, { method: 'POST', cookie: await cookieOf(actor), headers: json, body: '{}' })).status).toBe(
      201,
    )
    await releaseNow(deps, owner, fairId)
    for (const { releases } of watchers) await eventually(() => expect(releases.length).toBeGreaterThan(0), 15_000)
    // Whatever is told twice would have come by then.
    await new Promise((resolve) => setTimeout(resolve, 300))
    for (const [n, { events, releases, socket }] of watchers.entries()) {
      expect(events).toMatchObject([
        { boothId: boothId(2), status: 'claimed', version: 1, exhibitorId: n === 0 ? exhibitorId : null },
      ])
      expect(releases).toEqual([{ fairId, number: 2 }])
      socket.disconnect()
    }
  })

  it('say in words that long polling is not for several processes', async () => {
    const polling = `${url}/socket.io/?EIO=4&transport=polling`
    await eventually(async () => {
      for (let n = 0; n < 3; n++) {
        const { status, body } = await ask(polling)
        expect(status).toBe(403)
        expect(JSON.parse(body).message).toContain('websocket')
      }
    }, 20_000)
  })

  it('know who signed in on another, and that it signed out, with every socket', async () => {
    const email = 'wies@example.org'
    const token = await createSignInLink(deps, deps.sql, { email, returnTo: null })
    const body = new URLSearchParams({ name: 'Wies' }).toString()
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const signedIn = await ask(`${url}/en/sign-in/${token}`, { method: 'POST', headers: form, body })
    const cookie = (signedIn.headers['set-cookie'] ?? [])[0]?.split(';')[0] ?? ''
    expect(signedIn.status, signedIn.body.slice(0, 500)).toBeLessThan(400)
    const { fairId } = await createPublishedFair(deps)
    const [account] = await deps.sql<{ id: Actor['accountId'] }[]>`select id from accounts where email = ${email}`
    await createMember(deps.sql, fairId, { accountId: account!.id })
    for (let n = 0; n < 3; n++) {
      expect((await ask(`${url}/en/organise/${fairId}`, { cookie })).headers['x-account']).toBe(account!.id)
    }
    const clients = Array.from({ length: 3 }, () => rawClient(sync(), fairId, { cookie }))
    await Promise.all(clients.map(({ opened }) => opened))
    // So that each is known to be in, not only at the door.
    for (const client of clients) client.sendAwareness([{ clientId: 1 + clients.indexOf(client), clock: 1, state: {} }])
    await eventually(() => {
      for (const { awareness } of clients) expect(awareness.size).toBe(3)
    }, 15_000)
    expect((await ask(`${url}/sign-out`, { method: 'POST', cookie, headers: form })).status).toBe(303)
    for (const { closed } of clients) expect([CLOSE.notSignedIn, CLOSE.accessEnded]).toContain((await closed).code)
    for (let n = 0; n < 3; n++) {
      expect((await ask(`${url}/en/organise/${fairId}`, { cookie })).headers['x-account'] ?? '').toBe('')
    }
  })

  it('count requests for sign-in links together', async () => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const statuses: number[] = []
    for (let n = 0; n < 8; n++) {
      const body = new URLSearchParams({ email: 'many@example.org' }).toString()
      statuses.push((await ask(`${url}/en/sign-in`, { method: 'POST', headers: form, body })).status)
    }
    expect(statuses).toContain(429)
    const [row] = await deps.sql`select count(*)::int as n from sign_in_links where email = 'many@example.org'`
    expect(row!.n).toBe(statuses.filter((status) => status !== 429).length)
  })

  it('serve the same page and file under the same tag, and a new release from all of them at once', async () => {
    const { fairId, owner } = await createProgrammeFair(deps, () => [
      putStage('s1'),
      putTalk('t1', { slot: ['s1', FIRST_MORNING + 120, 30] }),
    ])
    const [fair] = await deps.sql<{ slug: string }[]>`select slug from fairs where id = ${fairId}`
    const addresses = [`/en/fairs/${fair!.slug}/programme`, `/fairs/${fair!.slug}/schedule.json`]
    const three = (path: string) => Promise.all([1, 2, 3].map(() => ask(`${url}${path}`)))
    for (const path of addresses) {
      const before = await three(path)
      expect(before.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(new Set(before.map(({ headers }) => headers.etag)).size).toBe(1)
      expect(before[0]!.body).toContain('Sessie t1')
    }
    await services.releases.withdrawRelease(owner, { fairId, number: 2 })
    for (const path of addresses) for (const { body } of await three(path)) expect(body).not.toContain('Sessie t1')
    await releaseNow(deps, owner, fairId)
    for (const path of addresses) for (const { body } of await three(path)) expect(body).toContain('Sessie t1')
  })

  it('send each mail once, and end each hold once', async () => {
    const { fairId } = await createPublishedFair(deps, { booths: 12 })
    for (let n = 0; n < 12; n++) {
      const actor = await createAccount(deps.sql, { email: `hold${n}@example.org` })
      await createExhibitor(deps.sql, fairId, actor, { name: `Exhibitor ${n}` })
      await services.claims.holdBooth(actor, { fairId, boothId: boothId(n) })
    }
    const now = systemClock.now()
    const to = (n: number) => ({ email: `mail${n}@example.org`, name: '', language: 'en' as const, demo: false })
    const mails = Array.from({ length: 40 }, (_, n) => ({
      ...{ fairId: null, to: to(n), template: 'signInLink' as const, at: now },
      params: { path: `/en/sign-in/x${n}`, minutes: 30 },
    }))
    await queueMails(deps.sql, mails)
    await deps.sql`update claims set expires_at = now() - interval '1 minute', reminded_at = now() where fair_id = ${fairId}`
    const sentTo = (prefix: string) =>
      smtp.mails.flatMap((mail) => mail.to).filter((address) => address.startsWith(prefix))
    await eventually(async () => {
      expect(new Set(sentTo('mail')).size).toBe(40)
      const [row] = await deps.sql`select count(*)::int as n from claims where fair_id = ${fairId} and state = 'held'`
      expect(row!.n).toBe(0)
      const [waiting] =
        await deps.sql`select count(*)::int as n from outbox where sent_at is null and due_at is not null`
      expect(waiting!.n).toBe(0)
    }, 40_000)
    expect(sentTo('mail')).toHaveLength(40)
    // Each heard once that its hold had ended.
    expect(sentTo('hold')).toHaveLength(12)
    const ended = await deps.sql`select subject from audit where fair_id = ${fairId} and action = 'claim.expire'`
    expect(new Set(ended.map(({ subject }) => subject)).size).toBe(12)
    expect(ended).toHaveLength(12)
  })
})
