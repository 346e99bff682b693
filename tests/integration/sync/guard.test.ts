import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyPatch, createFairDocument, createUndoManager } from '#shared/document/fairDocument'
import { CLOSE } from '#shared/protocol/sync'
import { createAccount, createFair, createMember } from '#tests/factories/fair'
import { eventually } from '#tests/helpers/eventually'
import { contentOf, type RawClient, rawClient, stockClient, updatesOf } from '#tests/helpers/syncClients'
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

async function fairWithTwo() {
  const fairId = await createFair(database.sql)
  const people = [await createAccount(database.sql), await createAccount(database.sql, { name: 'Bo' })]
  for (const person of people) await createMember(database.sql, fairId, person)
  const [one, two] = await Promise.all(people.map((person) => sync.cookieFor(person)))
  return { fairId, people, one: one!, two: two! }
}

const put = (doc: Y.Doc, id: string, fields: Record<string, string> = { number: id }) =>
  updatesOf(doc, () => applyPatch(doc, [{ op: 'put', kind: 'booths', id, fields }]))[0]!

const rowsOf = (fairId: string) =>
  database.sql<{ position: number; update_bytes: Uint8Array }[]>`
    select position, update_bytes from document_log where fair_id = ${fairId} order by position`

const META = new TextEncoder().encode('meta')

describe('a bad frame costs its sender the connection, and nobody else anything', () => {
  const bad: [name: string, send: (client: RawClient) => void, code: number][] = [
    ['random bytes', (client) => client.send(randomBytes(300)), CLOSE.malformed],
    ['an update of random bytes', (client) => client.sendEdits('update', randomBytes(300)), CLOSE.malformed],
    ['nothing', (client) => client.send(new Uint8Array()), CLOSE.malformed],
    ['text', (client) => client.ws.send('hello'), CLOSE.malformed],
    ['an unknown message', (client) => client.send(Uint8Array.of(99, 1, 2)), CLOSE.malformed],
    [
      'a cut update',
      (client) => client.sendEdits('update', put(createFairDocument(), 'x').slice(0, -3)),
      CLOSE.malformed,
    ],
    [
      'an update with a number that is none',
      (client) =>
        client.sendEdits('update', Uint8Array.of(1, 1, 7, 0, 0x88, 5, ...Array<number>(150).fill(0x80), 0, 1, 126, 0)),
      CLOSE.malformed,
    ],
    [
      'a live value of several parts',
      (client) => client.sendEdits('update', Uint8Array.of(1, 1, 7, 0, 0x28, 1, 4, ...META, 1, 120, 2, 126, 126, 0)),
      CLOSE.malformed,
    ],
    [
      'values that all come after the same one',
      (client) =>
        client.sendEdits(
          'update',
          Uint8Array.of(
            2,
            2,
            9,
            0,
            ...[0x88, 7, 0, 1, 126],
            ...[0x88, 7, 0, 1, 126],
            1,
            7,
            0,
            0x28,
            1,
            4,
            ...META,
            1,
            120,
            1,
            126,
            0,
          ),
        ),
      CLOSE.malformed,
    ],
    [
      'presence that is not JSON',
      (client) => client.sendAwareness([{ clientId: 9, clock: 1, state: '{"a"' }]),
      CLOSE.malformed,
    ],
    [
      'presence nested deep',
      (client) => client.sendAwareness([{ clientId: 9, clock: 1, state: `${'['.repeat(40)}${']'.repeat(40)}` }]),
      CLOSE.malformed,
    ],
    [
      'presence for a hundred at once',
      (client) =>
        client.sendAwareness(Array.from({ length: 100 }, (_, n) => ({ clientId: n + 1, clock: 1, state: {} }))),
      CLOSE.tooMany,
    ],
    ['text that is none', (client) => client.ws.send(Buffer.of(0xff, 0xfe), { binary: false }), CLOSE.malformed],
    [
      'a message in thousands of pieces',
      (client) => {
        for (let n = 0; n < 1100; n++) client.ws.send(Buffer.of(n & 255), { binary: true, fin: false })
      },
      CLOSE.tooLarge,
    ],
    [
      'an update over the limit',
      (client) => client.sendEdits('update', put(createFairDocument(), 'x', { number: 'x'.repeat(1_000_100) })),
      CLOSE.tooLarge,
    ],
    ['a frame beyond all bounds', (client) => client.send(new Uint8Array(20_000_000)), CLOSE.tooLarge],
  ]
  it.each(bad)('%s', async (_name, send, code) => {
    const { fairId, one, two } = await fairWithTwo()
    const bystander = stockClient(sync.url, fairId, { cookie: two })
    await bystander.synced
    const offender = rawClient(sync.url, fairId, { cookie: one })
    await offender.opened
    send(offender)
    expect((await offender.closed).code).toBe(code)
    expect(await rowsOf(fairId)).toHaveLength(0)
    applyPatch(bystander.doc, [{ op: 'put', kind: 'booths', id: 'b', fields: { number: '1' } }])
    await eventually(async () => expect(await rowsOf(fairId)).toHaveLength(1))
    expect(bystander.provider.wsconnected).toBe(true)
    bystander.provider.destroy()
  })
})

/** Yjs that every reader can apply, and that would cost it dearly, or that nobody would ever see. */
const foreign: [name: string, change: (doc: Y.Doc) => void][] = [
  ['a map of another name', (doc) => doc.getMap('nobody').set('a', 1)],
  ['a list', (doc) => doc.getArray('list').push([1])],
  ['a list where a map should be', (doc) => doc.get('booths', Y.Array).push([1])],
  ['text', (doc) => doc.getMap('booths').set('a', new Y.Text('x'))],
  ['a document in the document', (doc) => doc.getMap('booths').set('a', new Y.Doc())],
  ['maps in a record', (doc) => doc.getMap('booths').set('a', new Y.Map([['b', new Y.Map()]]))],
  [
    'a map in the place of a field',
    (doc) => {
      const record = new Y.Map<unknown>([['number', '1']])
      doc.getMap('booths').set('a', record)
      record.set('number', new Y.Map())
    },
  ],
  ['a value nested deep', (doc) => doc.getMap('booths').set('a', new Y.Map([['b', deepList(40)]]))],
]
const deepList = (depth: number): unknown => (depth === 0 ? 0 : [deepList(depth - 1)])

describe('what is not of the fair document', () => {
  it.each(foreign)('%s is refused', async (_name, change) => {
    const { fairId, one } = await fairWithTwo()
    const doc = new Y.Doc()
    change(doc)
    const client = rawClient(sync.url, fairId, { cookie: one })
    await client.opened
    client.sendEdits('update', Y.encodeStateAsUpdate(doc))
    expect((await client.closed).code).toBe(CLOSE.malformed)
    expect(await rowsOf(fairId)).toHaveLength(0)
  })

  it('a record that takes the place of another, and one that comes back by undo, are of it', async () => {
    const { fairId, one, two } = await fairWithTwo()
    const client = stockClient(sync.url, fairId, { cookie: one })
    await client.synced
    const undo = createUndoManager(client.doc)
    put(client.doc, 'a', { number: '1' })
    put(client.doc, 'a', { number: '2' })
    applyPatch(client.doc, [{ op: 'delete', kind: 'booths', id: 'a' }])
    undo.undo()
    put(client.doc, 'a', { number: '3' })
    undo.undo()
    const other = stockClient(sync.url, fairId, { cookie: two })
    await eventually(() => expect(contentOf(other.doc)).toEqual(contentOf(client.doc)))
    put(other.doc, 'a', { number: '4' })
    await eventually(() => expect(contentOf(client.doc)).toEqual(contentOf(other.doc)))
    const booth = client.doc.getMap<Y.Map<unknown>>('booths').get('a')
    expect(booth?.get('number')).toBe('4')
    for (const { provider } of [client, other]) {
      expect(provider.wsconnected).toBe(true)
      provider.destroy()
    }
  })
})

describe('edits in the name of somebody else', () => {
  it('are refused while that person is here, so that their next ones are not taken for known', async () => {
    const { fairId, one, two } = await fairWithTwo()
    const victim = stockClient(sync.url, fairId, { cookie: two })
    await victim.synced
    const doc = new Y.Doc()
    doc.clientID = victim.doc.clientID
    doc.getMap('walls').set('forged', new Y.Map())
    const client = rawClient(sync.url, fairId, { cookie: one })
    await client.opened
    await eventually(() => expect(client.awareness.has(victim.doc.clientID)).toBe(true))
    client.sendEdits('update', Y.encodeStateAsUpdate(doc))
    expect((await client.closed).code).toBe(CLOSE.awarenessOfOther)
    put(victim.doc, 'mine')
    await eventually(async () => expect(await rowsOf(fairId)).toHaveLength(1))
    victim.provider.destroy()
  })
})

describe('an update that builds on something missing', () => {
  it('is not stored; its sender is asked for the rest, and acknowledged once all is there', async () => {
    const { fairId, one, two } = await fairWithTwo()
    const reader = stockClient(sync.url, fairId, { cookie: two })
    await reader.synced
    const doc = createFairDocument()
    const [first, second] = [put(doc, 'a'), put(doc, 'b')]
    const client = rawClient(sync.url, fairId, { cookie: one, params: { ack: '1' } })
    await client.opened
    client.sendEdits('two', Uint8Array.of(0, 0))
    client.sendEdits('update', second)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await rowsOf(fairId)).toHaveLength(0)
    client.sendEdits('update', put(createFairDocument(), 'c'))
    await eventually(async () => expect(await rowsOf(fairId)).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(client.acks).toEqual([1])
    client.sendEdits('two', Y.mergeUpdates([first, second]))
    await eventually(() => expect(client.acks.at(-1)).toBe(4))
    await eventually(() => expect([...reader.doc.getMap('booths').keys()].sort()).toEqual(['a', 'b', 'c']))
    expect(reader.doc.store.pendingStructs).toBeNull()
    client.ws.close()
    reader.provider.destroy()
  })

  it('ends the connection of whoever answers with it again', async () => {
    const { fairId, one } = await fairWithTwo()
    const doc = createFairDocument()
    put(doc, 'a')
    const second = put(doc, 'b')
    const client = rawClient(sync.url, fairId, { cookie: one })
    await client.opened
    client.sendEdits('two', second)
    expect((await client.closed).code).toBe(CLOSE.malformed)
    expect(await rowsOf(fairId)).toHaveLength(0)
  })

  it('from a stock client that edits before it was asked what it has, all arrives', async () => {
    const { fairId, one, two } = await fairWithTwo()
    const doc = createFairDocument()
    put(doc, 'offline')
    const client = stockClient(sync.url, fairId, { cookie: one, doc })
    client.provider.on('status', ({ status }: { status: string }) => status === 'connected' && put(doc, 'early'))
    await client.synced
    const reader = stockClient(sync.url, fairId, { cookie: two })
    await eventually(() => expect([...reader.doc.getMap('booths').keys()].sort()).toEqual(['early', 'offline']))
    expect(reader.doc.store.pendingStructs).toBeNull()
    for (const one of [client, reader]) one.provider.destroy()
  })
})

describe('what is known already', () => {
  it('is acknowledged and not stored again', async () => {
    const { fairId, one } = await fairWithTwo()
    const update = put(createFairDocument(), 'a')
    const client = rawClient(sync.url, fairId, { cookie: one, params: { ack: '1' } })
    await client.opened
    client.sendEdits('two', update)
    await eventually(() => expect(client.acks).toEqual([1]))
    client.sendEdits('update', update)
    client.sendEdits('update', Uint8Array.of(0, 0))
    await eventually(() => expect(client.acks.at(-1)).toBe(3))
    expect(await rowsOf(fairId)).toHaveLength(1)
    client.ws.close()
  })
})

describe('a reader that is too slow', () => {
  it('is sent no more, and the whole once it reads again', async () => {
    const { fairId, one, two } = await fairWithTwo()
    const slow = rawClient(sync.url, fairId, { cookie: two })
    await slow.opened
    slow.ws.pause()
    const doc = createFairDocument()
    const client = rawClient(sync.url, fairId, { cookie: one, params: { ack: '1' } })
    await client.opened
    const count = 60
    for (let n = 0; n < count; n++) client.sendEdits('update', put(doc, `b${n}`, { number: 'x'.repeat(300_000) }))
    await eventually(() => expect(client.acks.at(-1)).toBe(count), 20_000)
    slow.ws.resume()
    const copy = createFairDocument()
    await eventually(() => {
      for (const update of slow.updates.splice(0)) Y.applyUpdate(copy, update)
      expect(contentOf(copy)).toEqual(contentOf(doc))
    }, 20_000)
    for (const one of [client, slow]) one.ws.close()
  })
})

describe('a flood', () => {
  it('is slowed down, stored whole, and does not hold up the others', async () => {
    const { fairId, one, two } = await fairWithTwo()
    const reader = stockClient(sync.url, fairId, { cookie: two })
    await reader.synced
    const doc = createFairDocument()
    const updates = Array.from({ length: 8000 }, (_, n) => put(doc, `b${n % 50}`, { number: String(n) }))
    const client = rawClient(sync.url, fairId, { cookie: one, params: { ack: '1' } })
    await client.opened
    for (const update of updates) client.sendEdits('update', update)
    await eventually(() => expect(client.acks.at(-1)).toBe(8000), 30_000)
    await eventually(() => expect(contentOf(reader.doc)).toEqual(contentOf(doc)))
    client.ws.close()
    reader.provider.destroy()
  })
})
