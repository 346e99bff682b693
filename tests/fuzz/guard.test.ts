import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import * as Y from 'yjs'
import { applyPatch } from '#shared/document/fairDocument'
import { RECORD_KINDS } from '#shared/document/records'
import type { FairId } from '#shared/kernel/ids'
import { CLOSE } from '#shared/protocol/sync'
import { createAccount, createFair, createMember, sessionCookieFor } from '#tests/factories/fair'
import { eventually } from '#tests/helpers/eventually'
import { contentOf, rawClient, type StockClient, stockClient } from '#tests/helpers/syncClients'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'
import { deepMaps, manyRecords, sameKey } from './guard/badFrames'
import type { HostileReport, HostileSettings } from './guard/hostileProcess'
import { RawSocket } from './guard/rawSocket'
import type { Measured, SyncProcessSettings } from './syncProcess'

const FRAMES = Number(process.env.SOCKET_FRAMES ?? 4000)
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const MIB = 2 ** 20
/** What may stay when all is over: caches of the engine, and the fair, which has grown meanwhile. */
const MAX_HEAP_GROWTH = 24 * MIB
/** The allocator gives pages back when it likes; a leak of 1 kB a frame would be four times this at 100,000. */
const MAX_RSS_GROWTH = 160 * MIB

let database: TestDatabase
let server: { process: ChildProcess; port: number }
let fairId: FairId
let hostile: string[]
let good: [StockClient, StockClient]
let end: () => void = () => {}
const latencies: number[] = []

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

async function startServer(): Promise<typeof server> {
  const settings: SyncProcessSettings = {
    ...{ socketFolder: inject('socketFolder'), database: database.name, port: 0 },
    sessionSecret: testDeps(database.sql).sessionSecret,
  }
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', file('./syncProcess.ts')], {
    env: { ...process.env, SYNC_PROCESS: JSON.stringify(settings) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [line] = (await once(child.stdout!, 'data')) as [Buffer]
  return { process: child, port: Number(line.toString().split(' ')[1]) }
}

async function measure(): Promise<Measured> {
  server.process.send('measure')
  const [measured] = (await once(server.process, 'message')) as [Measured]
  return measured
}

async function attack(settings: Pick<HostileSettings, 'seed' | 'frames'>): Promise<HostileReport> {
  const others = good.map((client) => client.doc.clientID)
  const all: HostileSettings = { target: { port: server.port, fairId }, cookies: hostile, others, ...settings }
  const child = spawn(process.execPath, ['--import', 'tsx', file('./guard/hostileProcess.ts')], {
    env: { ...process.env, HOSTILE: JSON.stringify(all) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout?.on('data', (data: Buffer) => {
    text += data.toString()
  })
  await once(child, 'close')
  return JSON.parse(text) as HostileReport
}

/** One draws all the time, the other sees it; how long that takes is noted. */
function work(): () => void {
  const [one, two] = good
  const sent = new Map<number, number>()
  let n = 0
  two.doc.getMap('booths').observeDeep(() => {
    const seen = Number(two.doc.getMap<Y.Map<unknown>>('booths').get('b')?.get('number'))
    const at = sent.get(seen)
    if (at !== undefined) latencies.push(performance.now() - at)
    sent.delete(seen)
  })
  applyPatch(one.doc, [{ op: 'put', kind: 'booths', id: 'b', fields: { hallId: 'h', number: '0' } }])
  const timer = setInterval(() => {
    sent.set(++n, performance.now())
    applyPatch(one.doc, [{ op: 'set', kind: 'booths', id: 'b', fields: { number: String(n) } }])
  }, 50)
  return () => clearInterval(timer)
}

beforeAll(async () => {
  console.log(`SEED=${SEED} SOCKET_FRAMES=${FRAMES}`)
  database = await createTestDatabase()
  server = await startServer()
  fairId = await createFair(database.sql)
  const cookies: string[] = []
  for (let n = 0; n < 6; n++) {
    const actor = await createAccount(database.sql)
    await createMember(database.sql, fairId, actor)
    cookies.push(await sessionCookieFor(testDeps(database.sql), actor))
  }
  const url = `ws://127.0.0.1:${server.port}/sync`
  const [one, two] = cookies.splice(0, 2).map((cookie) => stockClient(url, fairId, { cookie }))
  good = [one!, two!]
  hostile = cookies
  await Promise.all(good.map((client) => client.synced))
  end = work()
})
afterAll(async () => {
  for (const { provider } of good) provider.destroy()
  const ended = once(server.process, 'exit')
  server.process.kill('SIGKILL')
  await ended
  await database.drop()
})

/** Those at work are still there, and what one does reaches the other. */
async function workGoesOn(): Promise<void> {
  const seen = latencies.length
  await eventually(() => expect(latencies.length).toBeGreaterThan(seen + 5), 30_000)
  for (const { provider } of good) expect(provider.wsconnected).toBe(true)
}

const target = (n: number) => ({ port: server.port, fairId, cookie: hostile[n % hostile.length]! })

describe('whatever anyone sends', () => {
  it(`${FRAMES} bad frames: each refusal has a name, memory returns, the others go on`, {
    timeout: 120_000 + FRAMES * 10,
  }, async () => {
    await attack({ seed: SEED + 1, frames: Math.min(1000, FRAMES) })
    const before = await measure()
    const from = latencies.length
    const report = await attack({ seed: SEED, frames: FRAMES })
    await eventually(async () => expect((await measure()).connections).toBe(2), 20_000)
    const after = await measure()
    const sorted = latencies.slice(from).sort((a, b) => a - b)
    const p = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
    console.log(
      `${report.sent} frames on ${report.connections} connections, ${report.perSecond}/s; edits of others: ${sorted.length}, p50 ${p(0.5)} ms, p95 ${p(0.95)} ms, p99 ${p(0.99)} ms`,
    )
    console.log(`close codes ${JSON.stringify(report.codes)}, borne ${JSON.stringify(report.tolerated)}`)
    const mib = (bytes: number) => (bytes / MIB).toFixed(1)
    console.log(`heap ${mib(before.heap)} -> ${mib(after.heap)} MiB, RSS ${mib(before.rss)} -> ${mib(after.rss)} MiB`)
    expect(report.unnamed).toEqual([])
    expect(after.heap - before.heap).toBeLessThan(MAX_HEAP_GROWTH)
    expect(after.rss - before.rss).toBeLessThan(MAX_RSS_GROWTH)
    await workGoesOn()
  })

  it('one update of 10^5 structs: read where it means something, refused where it would make readers hang', async () => {
    const refused = async (update: Uint8Array) => {
      const client = rawClient(`ws://127.0.0.1:${server.port}/sync`, fairId, { cookie: hostile[0]! })
      await client.opened
      client.sendEdits('update', update)
      return (await client.closed).code
    }
    expect(await refused(deepMaps(71, 100_000))).toBe(CLOSE.malformed)
    expect(await refused(sameKey(72, 60_000))).toBe(CLOSE.malformed)
    const client = rawClient(`ws://127.0.0.1:${server.port}/sync`, fairId, {
      cookie: hostile[0]!,
      params: { ack: '1' },
    })
    await client.opened
    const started = performance.now()
    client.sendEdits('update', manyRecords(73, 65_000))
    await eventually(() => expect(client.acks.at(-1)).toBe(1), 30_000)
    console.log(`65,000 records on disk after ${Math.round(performance.now() - started)} ms`)
    client.ws.close()
    await workGoesOn()
  })

  it('floods of pings, questions and presence are slowed down, and those at work are not', async () => {
    const empty = Uint8Array.of(0, 0, 1, 0)
    const flood = [9, 2, 2].map((opcode, n) => {
      const socket = new RawSocket(target(n))
      const bytes = n === 0 ? Buffer.alloc(64) : n === 1 ? Buffer.from(empty) : Buffer.of(3)
      return { socket, frame: Buffer.concat([Buffer.of(0x80 | opcode, 0x80 | bytes.length, 0, 0, 0, 0), bytes]) }
    })
    await Promise.all(flood.map(({ socket }) => socket.opened))
    for (const { socket, frame } of flood) socket.socket.write(Buffer.concat(Array(20_000).fill(frame)))
    await workGoesOn()
    for (const { socket } of flood) socket.destroy()
    await workGoesOn()
  })

  it('floods of connections, of readers that do not read and of sockets that vanish leave nothing behind', async () => {
    const before = await measure()
    const strangers = Array.from(
      { length: 600 },
      (_, n) => new RawSocket({ ...target(0), cookie: n % 2 ? null : `beursvloer_session=forged${n}` }),
    )
    const guests = Array.from({ length: 200 }, (_, n) => new RawSocket(target(n)))
    await workGoesOn()
    await Promise.all(guests.map((guest) => guest.opened))
    for (const guest of guests.slice(0, 60)) guest.vanish()
    // The whole fair, again and again, to somebody who reads none of it.
    for (const guest of guests.slice(0, 20))
      guest.socket.write(Buffer.concat(Array(200).fill(Buffer.of(0x82, 0x84, 0, 0, 0, 0, 0, 0, 1, 0))))
    await workGoesOn()
    for (const guest of guests.slice(60)) guest.destroy()
    await eventually(async () => expect((await measure()).connections).toBeLessThanOrEqual(62), 20_000)
    await eventually(async () => expect((await measure()).connections).toBe(2), 60_000)
    for (const socket of [...strangers, ...guests]) socket.destroy()
    const after = await measure()
    console.log(`heap ${(before.heap / MIB).toFixed(1)} -> ${(after.heap / MIB).toFixed(1)} MiB`)
    expect(after.heap - before.heap).toBeLessThan(MAX_HEAP_GROWTH)
    expect(after.ends.noAnswer ?? 0).toBeGreaterThanOrEqual(before.ends.noAnswer ?? 0)
    await workGoesOn()
  }, 150_000)

  it('and in the end nothing wrong is stored: whoever comes new sees what they see who were there', async () => {
    end()
    const fresh = stockClient(`ws://127.0.0.1:${server.port}/sync`, fairId, { cookie: hostile[0]! })
    await fresh.synced
    await eventually(() => {
      for (const { doc } of good) expect(contentOf(fresh.doc)).toEqual(contentOf(doc))
    }, 30_000)
    fresh.provider.destroy()
    const log = new Y.Doc()
    const rows = await database.sql<{ bytes: Uint8Array }[]>`
      select update_bytes as bytes from document_log where fair_id = ${fairId} order by position`
    for (const { bytes } of rows) Y.applyUpdate(log, bytes)
    expect(log.store.pendingStructs).toBeNull()
    expect(log.store.pendingDs).toBeNull()
    expect([...log.share.keys()].filter((name) => ![...RECORD_KINDS, 'meta'].includes(name))).toEqual([])
    for (const name of log.share.keys()) {
      for (const record of log.getMap(name).values()) {
        if (!(record instanceof Y.Map)) continue
        for (const value of record.values()) expect(value instanceof Y.AbstractType).toBe(false)
      }
    }
    expect(server.process.exitCode).toBeNull()
  })
})
