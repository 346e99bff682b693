import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyUpdate, type Doc } from 'yjs'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import { eventually } from '#tests/helpers/eventually'
import { lockFair } from '#tests/helpers/lockFair'
import { contentOf, rawClient, stockClient, updatesOf } from '#tests/helpers/syncClients'
import { fairWithOrganisers, startTestSync, type TestSync } from '#tests/helpers/syncServer'
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

const put = (doc: Doc, id: string) =>
  updatesOf(doc, () => applyPatch(doc, [{ op: 'put', kind: 'booths', id, fields: { number: id } }]))[0]!

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('on disk before seen', () => {
  it('every update that arrives is in the log by then', async () => {
    const { fairId, people } = await fairWithOrganisers(sync, 3)
    const writers = people.slice(0, 2).map(({ cookie }) => stockClient(sync.url, fairId, { cookie }))
    await Promise.all(writers.map((writer) => writer.synced))
    const reader = rawClient(sync.url, fairId, { cookie: people[2]!.cookie })
    await reader.opened
    const checks: Promise<boolean>[] = []
    reader.onUpdate = (update) =>
      checks.push(
        database.sql`select from document_log where fair_id = ${fairId} and update_bytes = ${update}`.then(
          (rows) => rows.length === 1,
        ),
      )
    for (let n = 0; n < 200; n++) {
      put(writers[n % 2]!.doc, `b${n}`)
      if (n % 7 === 0) await wait(3)
    }
    await eventually(() => expect(checks).toHaveLength(200))
    expect(new Set(await Promise.all(checks))).toEqual(new Set([true]))
    for (const writer of writers) writer.provider.destroy()
    reader.ws.close()
  })

  it('nobody is sent or acknowledged anything while the commit hangs, newcomers included', async () => {
    const { fairId, people } = await fairWithOrganisers(sync, 3)
    const [a, b, c] = people
    const reader = stockClient(sync.url, fairId, { cookie: b!.cookie })
    await reader.synced
    const writer = rawClient(sync.url, fairId, { cookie: a!.cookie, params: { ack: '1' } })
    await writer.opened
    const letGo = await lockFair(database.connectAgain(), fairId)
    writer.sendEdits('two', put(createFairDocument(), 'b1'))
    const newcomer = stockClient(sync.url, fairId, { cookie: c!.cookie })
    await newcomer.synced
    await wait(300)
    expect(reader.doc.getMap('booths').size).toBe(0)
    expect(newcomer.doc.getMap('booths').size).toBe(0)
    expect(writer.acks).toEqual([])
    await letGo()
    await eventually(() => {
      expect(reader.doc.getMap('booths').size).toBe(1)
      expect(newcomer.doc.getMap('booths').size).toBe(1)
      expect(writer.acks).toEqual([1])
    })
    for (const one of [reader, newcomer]) one.provider.destroy()
    writer.ws.close()
  })

  it('acknowledges by counting every frame with edits, in order, and nobody who did not ask', async () => {
    const { fairId, people } = await fairWithOrganisers(sync, 1)
    const asking = rawClient(sync.url, fairId, { cookie: people[0]!.cookie, params: { ack: '1' } })
    const silent = rawClient(sync.url, fairId, { cookie: people[0]!.cookie })
    await Promise.all([asking.opened, silent.opened])
    const doc = createFairDocument()
    asking.sendEdits('two', Uint8Array.of(0, 0))
    for (let n = 0; n < 20; n++) {
      asking.sendEdits('update', put(doc, `b${n}`))
      silent.sendEdits('update', put(createFairDocument(), `s${n}`))
    }
    await eventually(() => expect(asking.acks.at(-1)).toBe(21))
    expect(asking.acks).toEqual([...asking.acks].sort((x, y) => x - y))
    expect([...silent.acks, ...silent.who]).toEqual([])
    for (const client of [asking, silent]) client.ws.close()
  })
})

describe('the answer to who asks for the document', () => {
  it('has what the same connection sent before it asked', async () => {
    const { fairId, people } = await fairWithOrganisers(sync, 1)
    const client = rawClient(sync.url, fairId, { cookie: people[0]!.cookie })
    await client.opened
    client.sendEdits('update', put(createFairDocument(), 'b1'))
    client.send(Uint8Array.of(0, 0, 1, 0))
    await eventually(() => expect(client.updates).toHaveLength(1))
    const doc = createFairDocument()
    applyUpdate(doc, client.updates[0]!)
    expect(doc.getMap('booths').has('b1')).toBe(true)
    client.ws.close()
  })
})

describe('positions', () => {
  it('have no gap and no double under many writers, whoever reads along never skips one', async () => {
    const { fairId, people } = await fairWithOrganisers(sync, 6)
    const seen: number[] = []
    let reading = true
    const follow = (async () => {
      while (reading) {
        const rows = await database.sql<{ position: number }[]>`
          select position from document_log where fair_id = ${fairId} and position > ${seen.at(-1) ?? 0} order by position`
        seen.push(...rows.map((row) => row.position))
      }
    })()
    const other = await startTestSync(database.connectAgain())
    const writers = people.map(({ cookie }, n) => stockClient((n % 2 ? sync : other).url, fairId, { cookie }))
    await Promise.all(writers.map((writer) => writer.synced))
    for (let n = 0; n < 300; n++) {
      put(writers[n % writers.length]!.doc, `b${n}`)
      if (n % 10 === 0) await wait(2)
    }
    await eventually(() => expect(seen).toHaveLength(300))
    reading = false
    await follow
    expect(seen).toEqual(Array.from({ length: 300 }, (_, n) => n + 1))
    await eventually(() => {
      for (const writer of writers) expect(contentOf(writer.doc)).toEqual(contentOf(writers[0]!.doc))
    })
    for (const writer of writers) writer.provider.destroy()
    await other.close()
  })
})

describe('a commit that fails', () => {
  it('costs its room the connections, and no other room anything', async () => {
    const [bad, good, held] = [
      await fairWithOrganisers(sync, 1),
      await fairWithOrganisers(sync, 2),
      await fairWithOrganisers(sync, 1),
    ]
    const unlucky = rawClient(sync.url, bad.fairId, { cookie: bad.people[0]!.cookie, params: { ack: '1' } })
    const lucky = good.people.map(({ cookie }) => stockClient(sync.url, good.fairId, { cookie }))
    const holding = stockClient(sync.url, held.fairId, { cookie: held.people[0]!.cookie })
    await Promise.all([unlucky.opened, holding.synced, ...lucky.map((client) => client.synced)])
    await eventually(() => expect(sync.stats().rooms).toBeGreaterThanOrEqual(3))
    let interrupted = 0
    for (const client of [...lucky, holding]) client.provider.on('connection-close', () => interrupted++)
    // A position that is taken already: the statement that would give it again fails.
    await database.sql`insert into document_log (fair_id, position, update_bytes) values (${bad.fairId}, 1, '\\x0000')`
    // While this commit waits for its row, the next two gather for one statement.
    const letGo = await lockFair(database.connectAgain(), held.fairId)
    put(holding.doc, 'h')
    await wait(100)
    unlucky.sendEdits('update', put(createFairDocument(), 'x'))
    put(lucky[0]!.doc, 'y')
    await wait(100)
    await letGo()
    expect((await unlucky.closed).code).toBe(1013)
    expect(unlucky.acks).toEqual([])
    await eventually(() => expect(lucky[1]!.doc.getMap('booths').has('y')).toBe(true))
    expect(interrupted).toBe(0)
    for (const client of [...lucky, holding]) client.provider.destroy()
  })

  it('loses nothing when the database goes away: clients keep it and come back', async () => {
    const { fairId, people } = await fairWithOrganisers(sync, 2)
    const [a, b] = people.map(({ cookie }) => stockClient(sync.url, fairId, { cookie }))
    await Promise.all([a!.synced, b!.synced])
    put(a!.doc, 'before')
    await eventually(() => expect(b!.doc.getMap('booths').has('before')).toBe(true))
    const admin = database.connectAgain()
    await admin`select 1`
    const kill = () => admin`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${database.name} and pid <> pg_backend_pid()`
    for (let n = 0; n < 5; n++) {
      put(a!.doc, `a${n}`)
      put(b!.doc, `b${n}`)
      await kill()
      await wait(100)
    }
    await eventually(async () => {
      expect(contentOf(a!.doc)).toEqual(contentOf(b!.doc))
      expect(a!.doc.getMap('booths').size).toBe(11)
      const fresh = stockClient(sync.url, fairId, { cookie: people[0]!.cookie })
      await fresh.synced
      fresh.provider.destroy()
      expect(contentOf(fresh.doc)).toEqual(contentOf(a!.doc))
    }, 20_000)
    for (const client of [a!, b!]) client.provider.destroy()
  })
})
