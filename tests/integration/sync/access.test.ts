import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '#server/db/client'
import { applyPatch, createFairDocument, type FairDocument } from '#shared/document/fairDocument'
import { systemClock } from '#shared/kernel/clock'
import type { FairId } from '#shared/kernel/ids'
import { CLOSE } from '#shared/protocol/sync'
import { createAccount, createExhibitor, createFair, createMember } from '#tests/factories/fair'
import { eventually } from '#tests/helpers/eventually'
import { rawClient, stockClient, updatesOf } from '#tests/helpers/syncClients'
import { startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { createTestDatabase, type TestClock, type TestDatabase } from '#tests/helpers/testDeps'

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

type Person = Awaited<ReturnType<typeof createAccount>>

const tokenOf = (cookie: string) => cookie.split('=')[1]!

const boothUpdate = (doc: FairDocument, id: string) =>
  updatesOf(doc, () => applyPatch(doc, [{ op: 'put', kind: 'booths', id, fields: { number: '1' } }]))[0]!

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

/** Takes a lock as somebody else's transaction would. Returns the function that lets it go. */
async function holdLock(take: (tx: Tx) => Promise<unknown>): Promise<() => Promise<void>> {
  let letGo = () => {}
  const released = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let over: Promise<void> = Promise.resolve()
  await new Promise<void>((held, failed) => {
    over = database
      .connectAgain()
      .begin(async (tx) => {
        await take(tx)
        held()
        await released
      })
      .then(() => {}, failed)
  })
  return async () => {
    letGo()
    await over
  }
}

const somebodyWaits = () =>
  eventually(async () => {
    const waiting = await database.sql`
      select from pg_stat_activity where wait_event_type = 'Lock' and datname = ${database.name}`
    expect(waiting).not.toHaveLength(0)
  })

type Loss = (lost: { fairId: FairId; actor: Person; cookie: string }) => Promise<unknown>

/** Every way in which somebody's right ends, as the services do it: with a message to all processes in the same transaction. */
const losses: [name: string, lose: Loss, code: number][] = [
  [
    'removed from the team',
    async ({ fairId, actor }) => {
      const owner = await createAccount(database.sql)
      await createMember(database.sql, fairId, owner, 'owner')
      await sync.services.team.removeMember(owner, { fairId, accountId: actor.accountId })
    },
    CLOSE.accessEnded,
  ],
  ['signed out', ({ cookie }) => sync.services.accounts.closeSession(tokenOf(cookie)), CLOSE.notSignedIn],
  ['signed out everywhere', ({ actor }) => sync.services.accounts.signOutEverywhere(actor), CLOSE.notSignedIn],
  ['deleted', ({ actor }) => sync.services.accounts.deleteAccount(actor), CLOSE.notSignedIn],
  [
    'left without the fair, which is archived',
    async ({ fairId }) => {
      const owner = await createAccount(database.sql)
      await createMember(database.sql, fairId, owner, 'owner')
      await sync.services.fairs.archiveFair(owner, { fairId })
    },
    CLOSE.accessEnded,
  ],
]

/** The same without a word to anybody, as if the message were late or lost. */
const silentLosses: [name: string, lose: Loss, code: number][] = [
  [
    'removed from the team',
    ({ fairId, actor }) =>
      database.sql`delete from memberships where fair_id = ${fairId} and account_id = ${actor.accountId}`,
    CLOSE.accessEnded,
  ],
  [
    'signed out',
    ({ actor }) => database.sql`delete from sessions where account_id = ${actor.accountId}`,
    CLOSE.notSignedIn,
  ],
  ['deleted', ({ actor }) => database.sql`delete from accounts where id = ${actor.accountId}`, CLOSE.notSignedIn],
  [
    'left without the fair, which is archived',
    ({ fairId }) => database.sql`update fairs set archived_at = now() where id = ${fairId}`,
    CLOSE.accessEnded,
  ],
  [
    'signed in for too long',
    ({ actor }) =>
      database.sql`update sessions set expires_at = ${sync.deps.clock.now()} where account_id = ${actor.accountId}`,
    CLOSE.notSignedIn,
  ],
]

const logOf = (fairId: FairId) => database.sql`select from document_log where fair_id = ${fairId}`

describe('who loses the right', () => {
  it.each(losses)('is out of every process when %s', async (_name, lose, code) => {
    const other = await startTestSync(database.connectAgain())
    const { fairId, actor, cookie } = await organiser()
    const colleague = await createAccount(database.sql)
    await createMember(database.sql, fairId, colleague)
    const staying = stockClient(sync.url, fairId, { cookie: await sync.cookieFor(colleague) })
    const clients = [sync, other].map(({ url }) => stockClient(url, fairId, { cookie }))
    await Promise.all([...clients, staying].map((client) => client.synced))
    const started = performance.now()
    await lose({ fairId, actor, cookie })
    for (const client of clients) expect(await client.closed).toBe(code)
    console.log(`out of two processes ${Math.round(performance.now() - started)} ms after`)
    if (code === CLOSE.notSignedIn) expect(staying.provider.wsconnected).toBe(true)
    staying.provider.destroy()
    await other.close()
  })

  it.each(silentLosses)(
    'has nothing stored that it writes once %s, though nobody has told the server',
    async (_name, lose, code) => {
      const { fairId, actor, cookie } = await organiser()
      const client = rawClient(sync.url, fairId, { cookie, params: { ack: '1' } })
      await client.opened
      client.sendEdits('two', Uint8Array.of(0, 0))
      await eventually(() => expect(client.acks).toEqual([1]))
      await lose({ fairId, actor, cookie })
      const doc = createFairDocument()
      for (const id of ['b1', 'b2', 'b3']) client.sendEdits('update', boothUpdate(doc, id))
      expect((await client.closed).code).toBe(code)
      expect(client.acks).toEqual([1])
      expect(await logOf(fairId)).toHaveLength(0)
    },
  )

  it('is out soon though nobody has told the server and it writes nothing', async () => {
    const people = await Promise.all(silentLosses.map(() => organiser()))
    const clients = people.map(({ fairId, cookie }) => stockClient(sync.url, fairId, { cookie }))
    await Promise.all(clients.map((client) => client.synced))
    for (const [nth, [, lose]] of silentLosses.entries()) await lose(people[nth]!)
    for (const [nth, [name, , code]] of silentLosses.entries()) expect(await clients[nth]!.closed, name).toBe(code)
  })

  it('is out when the session runs out by itself', async () => {
    const timed = await startTestSync(database.connectAgain(), { clock: systemClock as TestClock })
    const { fairId, actor } = await organiser()
    const cookie = await timed.cookieFor(actor)
    const ends = Date.now() + 7000
    await database.sql`update sessions set expires_at = ${new Date(ends)} where account_id = ${actor.accountId}`
    const client = stockClient(timed.url, fairId, { cookie })
    await client.synced
    expect(await client.closed).toBe(CLOSE.notSignedIn)
    expect(Date.now()).toBeGreaterThanOrEqual(ends - 1)
    console.log(`out ${Date.now() - ends} ms after the session ended`)
    await timed.close()
  })

  it('is out also when that happens while it is at the door', async () => {
    const { fairId, actor, cookie } = await organiser()
    const letGo = await holdLock((tx) => tx`lock table document_snapshots in access exclusive mode`)
    const client = rawClient(sync.url, fairId, { cookie })
    await client.opened
    await somebodyWaits()
    await sync.services.accounts.signOutEverywhere(actor)
    await letGo()
    expect((await client.closed).code).toBe(CLOSE.notSignedIn)
  })

  it('comes back where it has the right again by then, and nothing is lost', async () => {
    const { fairId, actor, cookie } = await organiser()
    const client = stockClient(sync.url, fairId, { cookie })
    await client.synced
    await database.sql`delete from memberships where fair_id = ${fairId} and account_id = ${actor.accountId}`
    const letGo = await holdLock((tx) => tx`select from fairs where id = ${fairId} for no key update`)
    boothUpdate(client.doc, 'b1')
    await somebodyWaits()
    await createMember(database.sql, fairId, actor)
    await letGo()
    await eventually(async () => expect(await logOf(fairId)).toHaveLength(1), 20_000)
    client.provider.destroy()
  })

  it('keeps other sessions of the same person', async () => {
    const { fairId, actor, cookie } = await organiser()
    const [leaving, staying] = [
      stockClient(sync.url, fairId, { cookie }),
      stockClient(sync.url, fairId, { cookie: await sync.cookieFor(actor) }),
    ]
    await Promise.all([leaving.synced, staying.synced])
    await sync.services.accounts.closeSession(tokenOf(cookie))
    expect(await leaving.closed).toBe(CLOSE.notSignedIn)
    expect(staying.provider.wsconnected).toBe(true)
    staying.provider.destroy()
  })
})
