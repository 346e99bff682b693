import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendUpdate } from '#server/services/documents/appendUpdate'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import type { FairId } from '#shared/kernel/ids'
import { eventually } from '#tests/helpers/eventually'
import { contentOf, type StockClient, stockClient, updatesOf } from '#tests/helpers/syncClients'
import { fairWithOrganisers, startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { createTestDatabase, type TestDatabase } from '#tests/helpers/testDeps'

let database: TestDatabase
let one: TestSync
let two: TestSync

beforeAll(async () => {
  database = await createTestDatabase()
  one = await startTestSync(database.sql)
  two = await startTestSync(database.connectAgain())
})
afterAll(async () => {
  await Promise.all([one.close(), two.close()])
  await database.drop()
})

const anUpdate = (id: string) => {
  const doc = createFairDocument()
  return updatesOf(doc, () => applyPatch(doc, [{ op: 'put', kind: 'booths', id, fields: { number: id } }]))[0]!
}

describe('two processes over one database', () => {
  it('show the same to everyone, whoever is connected where', async () => {
    const { fairId, people } = await fairWithOrganisers(one, 4)
    const clients = people.map(({ cookie }, n) => stockClient((n % 2 ? one : two).url, fairId, { cookie }))
    await Promise.all(clients.map((client) => client.synced))
    for (let n = 0; n < 120; n++) {
      applyPatch(clients[n % 4]!.doc, [{ op: 'put', kind: 'booths', id: `b${n % 30}`, fields: { number: String(n) } }])
      if (n % 8 === 0) await new Promise((resolve) => setTimeout(resolve, 3))
    }
    await eventually(() => {
      expect(clients[0]!.doc.getMap('booths').size).toBe(30)
      for (const client of clients) expect(contentOf(client.doc)).toEqual(contentOf(clients[0]!.doc))
    })
    for (const client of clients) client.provider.destroy()
  })

  it('pass on what a service writes', async () => {
    const { fairId, people } = await fairWithOrganisers(one, 2)
    const clients = people.map(({ cookie }, n) => stockClient((n % 2 ? one : two).url, fairId, { cookie }))
    await Promise.all(clients.map((client) => client.synced))
    await database.sql.begin((tx) =>
      appendUpdate(tx, { fairId: fairId as FairId, bytes: anUpdate('s1'), accountId: null }),
    )
    await eventually(() => {
      for (const client of clients) expect([...client.doc.getMap('booths').keys()]).toEqual(['s1'])
    })
    for (const client of clients) client.provider.destroy()
  })

  it('catch up after messages were lost', async () => {
    const { fairId, people } = await fairWithOrganisers(one, 1)
    const client = stockClient(one.url, fairId, { cookie: people[0]!.cookie })
    await client.synced
    // A row without a word about it, as after a lost message.
    await database.sql.begin(async (tx) => {
      await tx`update fairs set log_position = 1 where id = ${fairId}`
      await tx`insert into document_log (fair_id, position, update_bytes) values (${fairId}, 1, ${anUpdate('quiet')})`
    })
    const admin = database.connectAgain()
    await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${database.name} and query ilike 'listen%' and pid <> pg_backend_pid()`
    await eventually(() => expect([...client.doc.getMap('booths').keys()]).toEqual(['quiet']))
    client.provider.destroy()
  })
})

describe('a room that is opened while rows arrive', () => {
  it('misses none of them', async () => {
    const { fairId, people } = await fairWithOrganisers(one, 1)
    let writing = true
    const writer = (async () => {
      for (let n = 0; writing; n++) {
        await database.sql.begin((tx) =>
          appendUpdate(tx, { fairId: fairId as FairId, bytes: anUpdate(`s${n}`), accountId: null }),
        )
      }
    })()
    const clients: StockClient[] = []
    for (let n = 0; n < 5; n++) {
      clients.push(stockClient((n % 2 ? one : two).url, fairId, { cookie: people[0]!.cookie }))
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    writing = false
    await writer
    const [row] = await database.sql`select log_position from fairs where id = ${fairId}`
    await eventually(() => {
      for (const client of clients) expect(client.doc.getMap('booths').size).toBe(row!.log_position)
    })
    for (const client of clients) client.provider.destroy()
  })
})
