import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { isUniqueViolation } from '#server/db/errors'
import { loadDocument } from '#server/services/documents/loadDocument'
import { applyPatch } from '#shared/document/fairDocument'
import type { StoredFields } from '#shared/document/patch'
import { type ExhibitorId, type FairId, newId, platformRandomBytes } from '#shared/kernel/ids'
import { createAccount, createExhibitor, createFair, createMember, sessionCookieFor } from '#tests/factories/fair'
import { eventually } from '#tests/helpers/eventually'
import { seededRandom } from '#tests/helpers/seededRandom'
import { contentOf, type StockClient, stockClient } from '#tests/helpers/syncClients'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'
import type { SyncProcessSettings } from './syncProcess'

/** Kills of the server; SEED repeats the edits, though not their timing. */
const ROUNDS = Number(process.env.ROUNDS ?? 3)
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const ORGANISERS = 5
const BOOTHS = 30
const ROUND_MS = 2500

const random = seededRandom(SEED)
const pick = (below: number) => Math.floor(random() * below)
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let database: TestDatabase
let server: { process: ChildProcess; port: number }

async function startServer(port: number): Promise<typeof server> {
  const settings: SyncProcessSettings = {
    ...{ socketFolder: inject('socketFolder'), database: database.name, port },
    sessionSecret: testDeps(database.sql).sessionSecret,
  }
  const entry = fileURLToPath(new URL('./syncProcess.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    env: { ...process.env, SYNC_PROCESS: JSON.stringify(settings) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout!, 'data')) as [Buffer]
  return { process: child, port: Number(line.toString().split(' ')[1]) }
}

async function kill(): Promise<void> {
  const ended = once(server.process, 'exit')
  server.process.kill('SIGKILL')
  await ended
}

beforeAll(async () => {
  console.log(`SEED=${SEED} ROUNDS=${ROUNDS}`)
  database = await createTestDatabase()
  server = await startServer(0)
})
afterAll(async () => {
  await kill()
  await database.drop()
})

const HALL: StoredFields = {
  name: { nl: 'Hal' },
  outline: [
    [0, 0],
    [9, 0],
    [9, 9],
  ],
}
const booth = (n: number): StoredFields => ({ hallId: 'h1', number: `A${n}`, sectorId: null, place: [n, 0, 30, 30, 0] })

/** One gesture of an organiser, now and then a foolish one. */
function edit(doc: Y.Doc): void {
  const n = pick(BOOTHS)
  const id = `b${n}`
  const roll = random()
  if (roll < 0.5)
    applyPatch(doc, [{ op: 'set', kind: 'booths', id, fields: { place: [pick(900), pick(900), 30, 30, 0] } }])
  else if (roll < 0.65) applyPatch(doc, [{ op: 'set', kind: 'booths', id, fields: { number: `N${pick(99)}` } }])
  else if (roll < 0.75) applyPatch(doc, [{ op: 'set', kind: 'booths', id, fields: { removed: random() < 0.5 } }])
  else if (roll < 0.82) applyPatch(doc, [{ op: 'delete', kind: 'booths', id }])
  else if (roll < 0.94) applyPatch(doc, [{ op: 'put', kind: 'booths', id, fields: booth(n) }])
  else if (roll < 0.96) applyPatch(doc, [{ op: 'delete', kind: 'halls', id: 'h1' }])
  else applyPatch(doc, [{ op: 'put', kind: 'halls', id: 'h1', fields: HALL }])
}

interface Organiser extends StockClient {
  /** How far into each other client's edits this one has seen. */
  seen: Map<number, number>
}

function organiser(fairId: string, cookie: string): Organiser {
  const client = stockClient(`ws://127.0.0.1:${server.port}/sync`, fairId, { cookie })
  const seen = new Map<number, number>()
  client.doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== client.provider) return
    for (const [author, clock] of Y.decodeStateVector(Y.encodeStateVector(client.doc))) {
      if (author !== client.doc.clientID) seen.set(author, clock)
    }
  })
  return { ...client, seen }
}

/** Edits at its own pace, with cut connections and times without one. */
async function plan(client: Organiser, until: number): Promise<void> {
  while (performance.now() < until) {
    for (let burst = pick(4); burst >= 0; burst--) edit(client.doc)
    const roll = random()
    if (roll < 0.04) (client.provider.ws as unknown as WebSocket | null)?.terminate()
    else if (roll < 0.07) {
      client.provider.disconnect()
      for (let n = pick(8); n >= 0; n--) edit(client.doc)
      await wait(pick(300))
      client.provider.connect()
    }
    await wait(pick(40))
  }
}

/** Tries to get booths for itself, as the claim service does: under the booth's lock, with the index as the last line. */
async function claimBooths(fairId: FairId, exhibitorId: ExhibitorId, until: number): Promise<void> {
  while (performance.now() < until) {
    const boothId = `b${pick(BOOTHS)}`
    try {
      await database.sql.begin(async (tx) => {
        const [row] = await tx`select removed from booths where fair_id = ${fairId} and id = ${boothId} for update`
        if (!row || row.removed) return
        await tx`insert into claims (id, fair_id, booth_id, exhibitor_id, state, created_at, changed_at)
          values (${newId(platformRandomBytes)}, ${fairId}, ${boothId}, ${exhibitorId}, 'claimed', now(), now())`
      })
    } catch (error) {
      if (!isUniqueViolation(error, 'claims_one_holder')) throw error
    }
    await wait(pick(500))
  }
}

async function logged(fairId: FairId): Promise<Map<number, number>> {
  const { doc } = await loadDocument(database.sql, fairId)
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

it('nothing that anyone saw is lost, everyone ends with the same, no booth has two holders', {
  timeout: 60_000 + ROUNDS * 20_000,
}, async () => {
  const fairId = await createFair(database.sql)
  const organisers: Organiser[] = []
  for (let n = 0; n < ORGANISERS; n++) {
    const actor = await createAccount(database.sql)
    await createMember(database.sql, fairId, actor)
    organisers.push(organiser(fairId, await sessionCookieFor(testDeps(database.sql), actor)))
  }
  const exhibitors: ExhibitorId[] = []
  for (let n = 0; n < 3; n++) exhibitors.push(await createExhibitor(database.sql, fairId))
  await organisers[0]!.synced
  applyPatch(organisers[0]!.doc, [
    { op: 'put', kind: 'halls', id: 'h1', fields: HALL },
    ...Array.from(
      { length: BOOTHS },
      (_, n) => ({ op: 'put', kind: 'booths', id: `b${n}`, fields: booth(n) }) as const,
    ),
  ])

  for (let round = 0; round < ROUNDS; round++) {
    const until = performance.now() + ROUND_MS
    const killed = wait(ROUND_MS * (0.4 + random() * 0.5)).then(kill)
    await Promise.all([
      ...organisers.map((client) => plan(client, until)),
      ...exhibitors.map((exhibitorId) => claimBooths(fairId, exhibitorId, until)),
      killed,
    ])
    const onDisk = await logged(fairId)
    for (const { seen } of organisers) {
      for (const [author, clock] of seen) {
        expect(onDisk.get(author) ?? 0, `round ${round}: seen edits of ${author}`).toBeGreaterThanOrEqual(clock)
      }
    }
    server = await startServer(server.port)
  }

  for (const { provider } of organisers) provider.connect()
  await eventually(async () => {
    const { doc } = await loadDocument(database.sql, fairId)
    for (const client of organisers) {
      expect(client.provider.synced).toBe(true)
      expect(contentOf(client.doc)).toEqual(contentOf(doc))
    }
    const [fair] = await database.sql`select log_position = projected_position as done from fairs where id = ${fairId}`
    expect(fair!.done).toBe(true)
    const booths = doc.getMap('booths').toJSON()
    const halls = doc.getMap('halls').toJSON()
    const claimed = await database.sql<{ id: string; removed: boolean }[]>`
      select b.id, b.removed from claims c join booths b on b.fair_id = c.fair_id and b.id = c.booth_id
      where c.fair_id = ${fairId} and c.state = 'claimed'`
    expect(claimed.length).toBeGreaterThan(0)
    for (const { id, removed } of claimed) {
      expect(removed, `${id} is claimed`).toBe(false)
      expect(booths[id], `${id} is claimed`).toMatchObject({ hallId: 'h1' })
      expect(booths[id].removed ?? false, `${id} is claimed`).toBe(false)
    }
    expect(halls).toHaveProperty('h1')
  }, 20_000)
  const doubles = await database.sql`select booth_id from claims where fair_id = ${fairId}
    and state in ('held', 'claimed', 'confirmed') group by booth_id having count(*) > 1`
  expect(doubles).toHaveLength(0)
  const positions = await database.sql<{ position: number }[]>`
    select position from document_log where fair_id = ${fairId} order by position`
  expect(positions.map((row) => row.position)).toEqual(positions.map((_row, index) => index + 1))
  console.log(`${positions.length} updates in ${ROUNDS} rounds`)
  for (const client of organisers) client.provider.destroy()
})
