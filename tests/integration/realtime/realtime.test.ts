import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeSession } from '#server/services/accounts/sessions'
import type { Actor } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'
import { type BoothStatusEvent, type JoinAnswer, SOCKET_PATH } from '#shared/protocol/events'
import { createAccount, createExhibitor, createFair, createMember, sessionCookieFor } from '#tests/factories/fair'
import { boothId, createPublishedFair, releaseNow } from '#tests/factories/publishedFair'
import { startTestServer, type TestServer } from '#tests/helpers/httpServer'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let server: TestServer
const open: Socket[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
  server = await startTestServer(deps)
})
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect()
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

interface Watcher {
  socket: Socket
  join(fairId: unknown): Promise<JoinAnswer>
  events: BoothStatusEvent[]
  releases: { fairId: string; number: number | null }[]
}

async function watch(
  cookie = '',
  { origin, transports = ['websocket'] }: { origin?: string; transports?: string[] } = {},
) {
  const socket = io(server.url, {
    path: SOCKET_PATH,
    transports,
    forceNew: true,
    reconnectionDelay: 50,
    extraHeaders: { Cookie: cookie, ...(origin ? { Origin: origin } : {}) },
  })
  open.push(socket)
  const watcher: Watcher = {
    socket,
    join: (fairId) => socket.timeout(5000).emitWithAck('fair:join', fairId) as Promise<JoinAnswer>,
    events: [],
    releases: [],
  }
  socket.on('booth:status', (event: BoothStatusEvent) => watcher.events.push(event))
  socket.on('release:changed', (event: { fairId: string; number: number | null }) => watcher.releases.push(event))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return watcher
}

const claims = () => server.container.services.claims
const cookieOf = (actor: Actor) => sessionCookieFor(deps, actor)

async function exhibitorOf(fairId: FairId, name = 'Kollektief Kaap') {
  const actor = await createAccount(deps.sql)
  return { actor, exhibitorId: await createExhibitor(deps.sql, fairId, actor, { name }) }
}

describe('who looks at a fair', () => {
  it('sees a claim at once, and as much of it as it may', async () => {
    const { fairId, owner } = await createPublishedFair(deps, { booths: 3 })
    const { actor, exhibitorId } = await exhibitorOf(fairId)
    const [visitor, organiser, holder] = [
      await watch(),
      await watch(await cookieOf(owner)),
      await watch(await cookieOf(actor)),
    ]
    for (const watcher of [visitor, organiser, holder]) {
      const joined = await watcher.join(fairId)
      expect(joined).toMatchObject({ ok: true })
      expect(joined.ok && joined.booths.map((booth) => booth.status)).toEqual(['available', 'available', 'available'])
    }
    const { claim } = await claims().claimBooth(actor, { fairId, boothId: boothId(1) })
    const named = { exhibitorId, exhibitorName: 'Kollektief Kaap' }
    const nameless = { exhibitorId: null, exhibitorName: null }
    const claimed = { fairId, boothId: boothId(1), status: 'claimed', version: 1 }
    await expect.poll(() => visitor.events).toEqual([{ ...claimed, ...nameless }])
    await expect.poll(() => organiser.events).toEqual([{ ...claimed, ...named }])
    await expect.poll(() => holder.events).toEqual([{ ...claimed, ...named }])
    await claims().confirmClaim(owner, { fairId, claimId: claim.id })
    await expect.poll(() => visitor.events.at(-1)).toEqual({ ...claimed, status: 'confirmed', version: 2, ...named })
  })

  it('joins by long polling too', async () => {
    const { fairId } = await createPublishedFair(deps)
    expect(await (await watch('', { transports: ['polling'] })).join(fairId)).toMatchObject({ ok: true })
  })

  it('gets everything again after the connection was cut', async () => {
    const { fairId } = await createPublishedFair(deps)
    const { actor } = await exhibitorOf(fairId)
    const watcher = await watch()
    await watcher.join(fairId)
    const cut = new Promise((resolve) => watcher.socket.once('disconnect', resolve))
    watcher.socket.io.engine.close()
    await cut
    const back = new Promise<void>((resolve) => watcher.socket.once('connect', resolve))
    await claims().claimBooth(actor, { fairId, boothId: boothId(0) })
    await back
    const joined = await watcher.join(fairId)
    expect(joined.ok && joined.booths[0]).toMatchObject({ status: 'claimed', version: 1 })
  })

  it('hears everything again when the server had lost its line to the database', async () => {
    const { fairId } = await createPublishedFair(deps, { booths: 2 })
    const { actor } = await exhibitorOf(fairId)
    const watcher = await watch()
    await watcher.join(fairId)
    await deps.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen%'`
    await claims().holdBooth(actor, { fairId, boothId: boothId(0) })
    await expect
      .poll(() => watcher.events.filter((event) => event.boothId === boothId(0)).at(-1)?.status, { timeout: 10_000 })
      .toBe('held')
    await expect.poll(() => watcher.releases.length, { timeout: 10_000 }).toBeGreaterThan(0)
  })

  it('is told of a new release', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const watcher = await watch()
    await watcher.join(fairId)
    await releaseNow(deps, owner, fairId)
    await expect.poll(() => watcher.releases).toEqual([{ fairId, number: 2 }])
  })
})

describe('who may not', () => {
  it('is refused a fair that is not published, and one that is not there', async () => {
    const draft = await createFair(deps.sql)
    const watcher = await watch()
    expect(await watcher.join(draft)).toEqual({ ok: false, code: 'NOT_FOUND' })
    expect(await watcher.join('nothing')).toEqual({ ok: false, code: 'NOT_FOUND' })
    const organiser = await createAccount(deps.sql)
    await createMember(deps.sql, draft, organiser)
    expect(await (await watch(await cookieOf(organiser))).join(draft)).toEqual({ ok: true, booths: [] })
  })

  it('gets a word for bad input, and the socket lives on', async () => {
    const { fairId } = await createPublishedFair(deps)
    const watcher = await watch()
    for (const bad of [null, 7, {}, [], '', '../x', 'x'.repeat(1000), { toString: 'x' }])
      expect(await watcher.join(bad)).toEqual({ ok: false, code: 'INVALID' })
    watcher.socket.emit('fair:join')
    watcher.socket.emit('fair:join', fairId)
    watcher.socket.emit('something:else', 1, 2, 3)
    expect(await watcher.join(fairId)).toMatchObject({ ok: true })
  })

  it('is refused at the handshake when it comes from another website, by either transport', async () => {
    for (const transports of [['websocket'], ['polling']])
      await expect(watch('', { origin: 'https://evil.example', transports })).rejects.toThrow()
  })

  it('cannot fill the server with rooms', async () => {
    const fairs = await Promise.all(Array.from({ length: 11 }, () => createPublishedFair(deps, { booths: 1 })))
    const watcher = await watch()
    const answers = []
    for (const { fairId } of fairs) answers.push((await watcher.join(fairId)).ok)
    expect(answers.filter(Boolean)).toHaveLength(10)
    expect(await watcher.join(fairs[0]?.fairId)).toMatchObject({ ok: true })
  })

  it('stops hearing what it may no longer know, at once', async () => {
    const { fairId } = await createPublishedFair(deps)
    const organiser = await createAccount(deps.sql)
    await createMember(deps.sql, fairId, organiser)
    const cookie = await cookieOf(organiser)
    const watcher = await watch(cookie)
    await watcher.join(fairId)
    await closeSession(deps)(cookie.split('=')[1] ?? '')
    await new Promise((resolve) => setTimeout(resolve, 200))
    const { actor } = await exhibitorOf(fairId)
    await claims().claimBooth(actor, { fairId, boothId: boothId(0) })
    await expect.poll(() => watcher.events).toMatchObject([{ status: 'claimed', exhibitorId: null }])
  })
})

describe('what the programme’s conflicts depend on', () => {
  it('is told to organisers alone', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const [organiser, visitor] = [await watch(await cookieOf(owner)), await watch()]
    const told: [string, { fairId: string }][] = []
    organiser.socket.on('programme:context', (event: { fairId: string }) => told.push(['organiser', event]))
    visitor.socket.on('programme:context', (event: { fairId: string }) => told.push(['visitor', event]))
    for (const one of [organiser, visitor]) await one.join(fairId)
    await server.container.services.people.createPerson(owner, { fairId, person: { name: 'Ada' } })
    await expect.poll(() => told).toEqual([['organiser', { fairId }]])
    // The public room is told of this after the organisers' one, so that a word to it would have come by now.
    await releaseNow(deps, owner, fairId)
    await expect.poll(() => visitor.releases.length).toBeGreaterThan(0)
    expect(told).toHaveLength(1)
  })
})
