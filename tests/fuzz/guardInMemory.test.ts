import { createServer } from 'node:http'
import { Duplex } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { SyncMeters } from '#server/sync/meters'
import { type Admitted, Member } from '#server/sync/rooms/member'
import { Room, type RoomEntry } from '#server/sync/rooms/room'
import { Connection } from '#server/sync/wire/connection'
import { createSocketServer } from '#server/sync/wire/syncSocket'
import { RECORD_KINDS } from '#shared/document/records'
import { type AccountId, newId, platformRandomBytes } from '#shared/kernel/ids'
import { seededRandom } from '#tests/helpers/seededRandom'
import { createBadFrames } from './guard/badFrames'
import { clientFrame, type Outcome, RawSocket } from './guard/rawSocket'

/** All that a socket goes through, the network and the database aside: so that there is time for very many. */
const FRAMES = Number(process.env.FRAMES ?? 100_000)
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const VICTIMS = [4711, 4712]
const LANES = 8

/** Two ends of a line within this process. */
function createLine(): [Duplex, Duplex] {
  const end = (other: () => Duplex): Duplex =>
    new Duplex({
      read() {},
      write(chunk, _encoding, done) {
        if (!other().destroyed) other().push(chunk)
        setImmediate(done)
      },
      final(done) {
        if (!other().destroyed) other().push(null)
        done()
      },
    })
  const near: Duplex = end(() => far)
  const far: Duplex = end(() => near)
  near.on('close', () => far.destroy())
  far.on('close', () => near.destroy())
  return [near, far]
}

const meters = new SyncMeters()
const log: Uint8Array[] = []
const room: Room = new Room(
  'fair',
  { schemaVersion: 1, snapshot: null, tail: [] },
  {
    append: (entry: RoomEntry) =>
      setImmediate(() => {
        if (entry.bytes) log.push(entry.bytes)
        room.stored([{ entry, position: entry.bytes ? log.length : null }])
      }),
    onGap: () => {},
    onEmpty: () => {},
    onRefused: () => {},
    onMoved: () => {},
  },
)
const sockets = createSocketServer()
const server = createServer()
server.on('upgrade', (request, stream, head) =>
  sockets.handleUpgrade(request, stream, head, (ws) => {
    const accountId = (request.headers.cookie ?? '') as AccountId
    const actor: Admitted['actor'] = { accountId, name: accountId, language: 'nl', demo: false }
    const admitted = { actor, session: new Uint8Array(), asksMore: true }
    new Member(new Connection(ws, stream, meters), room, admitted).enter()
  }),
)

function open(accountId: string): RawSocket {
  const [near, far] = createLine()
  server.emit('connection', far)
  return new RawSocket({ port: 0, fairId: 'fair', cookie: accountId }, near)
}

const { stackTraceLimit } = Error
beforeAll(() => {
  console.log(`SEED=${SEED} FRAMES=${FRAMES}`)
  // A third of the time would go into traces of refusals that nobody reads.
  Error.stackTraceLimit = 0
})
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit
  room.presence.close()
})

it(`bears ${FRAMES} bad frames: each refusal has a name, and what is stored any document can read`, {
  timeout: 120_000 + FRAMES * 5,
}, async () => {
  for (const clientId of VICTIMS) {
    const state = Buffer.from('{}')
    const id = [(clientId & 0x7f) | 0x80, clientId >> 7]
    const entry = Buffer.concat([Buffer.of(1, ...id, 1, state.length), state])
    expect(await open('victim').try(clientFrame(Buffer.concat([Buffer.of(1, entry.length), entry])))).toBe('tolerated')
  }
  const next = createBadFrames(seededRandom(SEED), VICTIMS)
  const codes: Record<number, number> = {}
  const tolerated: Record<string, number> = {}
  const unnamed: string[] = []
  let sent = 0
  const note = (kind: string, outcome: Outcome) => {
    if (outcome === 'tolerated') {
      tolerated[kind] = (tolerated[kind] ?? 0) + 1
      return
    }
    const code = outcome === 'cut' ? 0 : outcome.refused
    codes[code] = (codes[code] ?? 0) + 1
    if (code < 4400 || code > 4499) unnamed.push(`${kind}: ${code}`)
  }
  const lane = async (accountId: string) => {
    let socket: RawSocket | null = null
    while (sent < FRAMES) {
      sent++
      const { kind, bytes } = next()
      socket ??= open(accountId)
      const outcome = await socket.try(bytes)
      note(kind, outcome)
      if (outcome === 'tolerated') continue
      socket.destroy()
      socket = null
    }
    socket?.destroy()
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: LANES }, (_, n) => lane(`hostile${n}${newId(platformRandomBytes)}`)))
  console.log(`${sent} frames, ${Math.round(sent / ((performance.now() - started) / 1000))}/s, ${log.length} stored`)
  console.log(`close codes ${JSON.stringify(codes)}, borne ${JSON.stringify(tolerated)}`)
  expect(unnamed).toEqual([])
  const ended = [...meters.ends.values()].reduce((sum, count) => sum + count, 0)
  expect(ended).toBe(Object.values(codes).reduce((sum, count) => sum + count, 0))

  const doc = new Y.Doc()
  for (const bytes of log) Y.applyUpdate(doc, bytes)
  expect(doc.store.pendingStructs).toBeNull()
  expect(doc.store.pendingDs).toBeNull()
  expect([...doc.share.keys()].filter((name) => ![...RECORD_KINDS, 'meta'].includes(name))).toEqual([])
  expect(doc.store.clients.has(VICTIMS[0] ?? 0)).toBe(false)
})
