import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import { CLOSE } from '#shared/protocol/sync'
import { createAccount, createExhibitor, createFair, createMember } from '#tests/factories/fair'
import { eventually } from '#tests/helpers/eventually'
import { rawClient, stockClient, updatesOf } from '#tests/helpers/syncClients'
import { startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { createTestDatabase, type TestDatabase } from '#tests/helpers/testDeps'

let database: TestDatabase
let sync: TestSync

beforeAll(async () => {
  database = await createTestDatabase()
  sync = await startTestSync(database.sql)
})
afterAll(async () => {
  await sync.close()
  await database.drop()
})

async function organiser(options: Parameters<typeof createFair>[1] = {}) {
  const fairId = await createFair(database.sql, options)
  const actor = await createAccount(database.sql, { demo: options.demo ?? false })
  await createMember(database.sql, fairId, actor)
  return { fairId, actor, cookie: await sync.cookieFor(actor) }
}

const aBooth = () => {
  const doc = createFairDocument()
  return updatesOf(doc, () => applyPatch(doc, [{ op: 'put', kind: 'booths', id: 'b1', fields: { number: '1' } }]))[0]!
}

const publish = (fairId: string) =>
  database.sql`insert into releases (fair_id, number, content, log_position, published_at)
    values (${fairId}, 1, '{}', 0, '2026-11-01T10:00:00Z')`

describe('who gets in', () => {
  it('turns away whoever is not signed in, for good', async () => {
    const { fairId } = await organiser()
    expect(await stockClient(sync.url, fairId).closed).toBe(CLOSE.notSignedIn)
    expect(await stockClient(sync.url, fairId, { cookie: 'beursvloer_session=forged' }).closed).toBe(CLOSE.notSignedIn)
  })

  it('turns away other accounts and exhibitors, and says no more of a fair than they may know', async () => {
    const { fairId } = await organiser()
    const stranger = await createAccount(database.sql)
    const exhibitor = await createAccount(database.sql)
    await createExhibitor(database.sql, fairId, exhibitor)
    const [strangers, exhibitors] = [await sync.cookieFor(stranger), await sync.cookieFor(exhibitor)]
    expect(await stockClient(sync.url, fairId, { cookie: strangers }).closed).toBe(CLOSE.noSuchFair)
    expect(await stockClient(sync.url, fairId, { cookie: exhibitors }).closed).toBe(CLOSE.forbidden)
    await publish(fairId)
    expect(await stockClient(sync.url, fairId, { cookie: strangers }).closed).toBe(CLOSE.forbidden)
  })

  it('knows when there is no such fair', async () => {
    const { cookie } = await organiser()
    expect(await stockClient(sync.url, 'nowhere', { cookie }).closed).toBe(CLOSE.noSuchFair)
    expect(await stockClient(sync.url, '..%2f..%2fetc', { cookie }).closed).toBe(CLOSE.noSuchFair)
  })

  it('keeps archived fairs closed, and demo persons in demo fairs', async () => {
    const archived = await organiser({ archivedAt: new Date('2026-11-01T10:00:00Z') })
    expect(await stockClient(sync.url, archived.fairId, archived).closed).toBe(CLOSE.forbidden)
    const demo = await organiser({ demo: true })
    const { fairId } = await organiser()
    await createMember(database.sql, fairId, demo.actor)
    const inside = stockClient(sync.url, demo.fairId, demo)
    await inside.synced
    inside.provider.destroy()
    expect(await stockClient(sync.url, fairId, demo).closed).toBe(CLOSE.forbidden)
  })

  it('refuses a wrong Origin before the handshake, and takes our own and none', async () => {
    const { fairId, cookie } = await organiser()
    expect(await rawClient(sync.url, fairId, { cookie, origin: 'https://evil.example' }).refused).toBe(403)
    const origin = new URL(sync.url.replace('ws', 'http')).origin
    const ours = rawClient(sync.url, fairId, { cookie, origin })
    await ours.opened
    ours.ws.close()
  })

  it('asks clients that know only an older layout to load themselves anew', async () => {
    const { fairId, cookie } = await organiser()
    const current = rawClient(sync.url, fairId, { cookie, params: { schema: '1' } })
    await current.opened
    current.ws.close()
    await database.sql`update fairs set schema_version = 2 where id = ${fairId}`
    const other = await startTestSync(database.connectAgain())
    expect((await rawClient(other.url, fairId, { cookie }).closed).code).toBe(CLOSE.newerSchema)
    await other.close()
  })
})

describe('who loses the right', () => {
  it('is out within a second when removed, and nothing sent after that is stored', async () => {
    const { fairId, actor, cookie } = await organiser()
    const client = rawClient(sync.url, fairId, { cookie })
    await client.opened
    await eventually(() => expect(sync.stats().rooms).toBeGreaterThan(0))
    const started = performance.now()
    await database.sql`delete from memberships where fair_id = ${fairId} and account_id = ${actor.accountId}`
    client.sendEdits('update', aBooth())
    await database.sql`select pg_notify('access_changed', ${JSON.stringify({ accountId: actor.accountId, fairId })})`
    expect((await client.closed).code).toBe(CLOSE.accessEnded)
    expect(performance.now() - started).toBeLessThan(1000)
    expect(await database.sql`select from document_log where fair_id = ${fairId}`).toHaveLength(0)
  })

  it('cannot have anything stored even while nobody has told the server yet', async () => {
    const { fairId, actor, cookie } = await organiser()
    const client = stockClient(sync.url, fairId, { cookie })
    await client.synced
    await database.sql`delete from memberships where fair_id = ${fairId} and account_id = ${actor.accountId}`
    applyPatch(client.doc, [{ op: 'put', kind: 'booths', id: 'b1', fields: { number: '1' } }])
    expect(await client.closed).toBe(CLOSE.accessEnded)
    expect(await database.sql`select from document_log where fair_id = ${fairId}`).toHaveLength(0)
  })

  it('is out when the session ends; other sessions of the same person stay', async () => {
    const { fairId, actor, cookie } = await organiser()
    const [leaving, staying] = [
      stockClient(sync.url, fairId, { cookie }),
      stockClient(sync.url, fairId, { cookie: await sync.cookieFor(actor) }),
    ]
    await Promise.all([leaving.synced, staying.synced])
    await sync.services.accounts.closeSession(cookie.split('=')[1]!)
    expect(await leaving.closed).toBe(CLOSE.notSignedIn)
    expect(staying.provider.wsconnected).toBe(true)
    staying.provider.destroy()
  })
})
