import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { loadDocument } from '#server/services/documents/loadDocument'
import { applyPatch } from '#shared/document/fairDocument'
import { systemClock } from '#shared/kernel/clock'
import type { FairId } from '#shared/kernel/ids'
import { createAccount, createMember, sessionCookieFor } from '#tests/factories/fair'
import { boothId, createPublishedFair } from '#tests/factories/publishedFair'
import { type AppProcesses, startApps } from '#tests/helpers/appProcesses'
import { eventually } from '#tests/helpers/eventually'
import { seededRandom } from '#tests/helpers/seededRandom'
import { ensureBuild } from '#tests/helpers/serverProcess'
import { contentOf, type RawClient, rawClient, type StockClient, stockClient } from '#tests/helpers/syncClients'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'
import { watch } from './visitors'

/** How often a process is killed; SEED repeats the edits, though not their timing. */
const ROUNDS = Number(process.env.ROUNDS ?? 3)
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const random = seededRandom(SEED)
const pick = (below: number) => Math.floor(random() * below)
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let database: TestDatabase
let deps: TestDeps
let apps: AppProcesses

beforeAll(async () => {
  console.log(`SEED=${SEED} ROUNDS=${ROUNDS}`)
  await ensureBuild()
  database = await createTestDatabase()
  deps = testDeps(database.sql, { clock: systemClock, demo: false })
  apps = await startApps(3, database.name, { sessionSecret: deps.sessionSecret })
}, 300_000)
afterAll(async () => {
  await apps.close()
  await database.drop()
})

const syncOf = (port: string) => `${port.replace('http', 'ws')}/sync`

async function organisers(fairId: FairId, count: number): Promise<string[]> {
  const cookies: string[] = []
  for (let n = 0; n < count; n++) {
    const actor = await createAccount(deps.sql)
    await createMember(deps.sql, fairId, actor)
    cookies.push(await sessionCookieFor(deps, actor))
  }
  return cookies
}

interface Organiser extends StockClient {
  /** How far into each other client's edits this one has seen. */
  seen: Map<number, number>
}

function organiser(fairId: string, cookie: string): Organiser {
  const client = stockClient(syncOf(apps.proxy.url), fairId, { cookie })
  const seen = new Map<number, number>()
  client.doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== client.provider) return
    for (const [author, clock] of Y.decodeStateVector(Y.encodeStateVector(client.doc))) {
      if (author !== client.doc.clientID) seen.set(author, clock)
    }
  })
  return { ...client, seen }
}

describe('a process that is killed', () => {
  it('takes its people out of the others’ rooms, and nobody else', async () => {
    const { fairId } = await createPublishedFair(deps)
    const cookies = await organisers(fairId, 6)
    const clients: RawClient[] = []
    for (const [n, cookie] of cookies.entries()) {
      const client = rawClient(syncOf(apps.urls[n % 3]!), fairId, { cookie })
      await client.opened
      client.sendAwareness([{ clientId: 100 + n, clock: 1, state: { n } }])
      clients.push(client)
    }
    const here = (client: RawClient) =>
      [...client.awareness].filter(([, state]) => state !== 'null').map(([clientId]) => clientId - 100)
    for (const client of clients)
      await eventually(() => expect(here(client).sort()).toEqual([0, 1, 2, 3, 4, 5]), 15_000)
    await apps.kill(1)
    for (const n of [0, 2, 3, 5]) await eventually(() => expect(here(clients[n]!).sort()).toEqual([0, 2, 3, 5]), 15_000)
    for (const { ws } of clients) ws.terminate()
    await apps.startAgain(1)
  })

  it('loses nothing, every few seconds, while people edit and look: they go on at another', {
    timeout: 60_000 + ROUNDS * 15_000,
  }, async () => {
    const { fairId } = await createPublishedFair(deps, { booths: 20 })
    const cookies = await organisers(fairId, 6)
    const clients = cookies.map((cookie) => organiser(fairId, cookie))
    await Promise.all(clients.map(({ synced }) => synced))
    const watcher = await watch(apps.proxy.url, fairId)
    let editing = true
    const edits = clients.map(async ({ doc, provider }, n) => {
      for (let count = 0; editing; count++) {
        const fields = { place: [pick(90_000), pick(9000), 3000, 3000, 0] }
        applyPatch(doc, [{ op: 'set', kind: 'booths', id: boothId(pick(20)), fields }])
        provider.awareness.setLocalState({ n, count })
        await wait(10 + pick(40))
      }
    })
    for (let round = 0; round < ROUNDS; round++) {
      const victim = round % 3
      await wait(300 + pick(900))
      await apps.kill(victim)
      const { doc } = await loadDocument(deps.sql, fairId)
      const onDisk = Y.decodeStateVector(Y.encodeStateVector(doc))
      for (const { seen } of clients) {
        for (const [author, clock] of seen) {
          expect(onDisk.get(author) ?? 0, `round ${round}: seen edits of ${author}`).toBeGreaterThanOrEqual(clock)
        }
      }
      await apps.startAgain(victim)
    }
    editing = false
    await Promise.all(edits)
    for (const { provider } of clients) provider.connect()
    await eventually(async () => {
      const { doc } = await loadDocument(deps.sql, fairId)
      for (const client of clients) {
        expect(client.provider.synced).toBe(true)
        expect(contentOf(client.doc)).toEqual(contentOf(doc))
        const people = [...client.provider.awareness.getStates().values()].map((state) => state.n)
        expect(people.sort()).toEqual([0, 1, 2, 3, 4, 5])
      }
      expect(watcher.socket.connected).toBe(true)
      const [fair] = await deps.sql`select log_position = projected_position as done from fairs where id = ${fairId}`
      expect(fair!.done).toBe(true)
    }, 30_000)
    const positions = await deps.sql<{ position: number }[]>`
      select position from document_log where fair_id = ${fairId} order by position`
    expect(positions.map((row) => row.position)).toEqual(positions.map((_row, index) => index + 1))
    console.log(`${positions.length} updates in ${ROUNDS} rounds`)
    watcher.socket.disconnect()
    for (const { provider } of clients) provider.destroy()
  })
})
