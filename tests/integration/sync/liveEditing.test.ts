import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyPatch } from '#shared/document/fairDocument'
import { createAccount, createFair, createMember } from '#tests/factories/fair'
import { eventually } from '#tests/helpers/eventually'
import { contentOf, stockClient } from '#tests/helpers/syncClients'
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

describe('two stock clients', () => {
  it('converge, and a third finds it all', async () => {
    const fairId = await createFair(database.sql)
    const people = [await createAccount(database.sql), await createAccount(database.sql)]
    for (const person of people) await createMember(database.sql, fairId, person)
    const cookies = await Promise.all(people.map((person) => sync.cookieFor(person)))
    const [a, b] = cookies.map((cookie) => stockClient(sync.url, fairId, { cookie }))
    await Promise.all([a!.synced, b!.synced])
    for (let n = 0; n < 50; n++) {
      applyPatch((n % 2 ? a : b)!.doc, [
        {
          op: 'put',
          kind: 'booths',
          id: `b${n}`,
          fields: { hallId: 'h', number: String(n), place: [n, 0, 10, 10, 0] },
        },
      ])
    }
    await eventually(() => {
      expect(a!.doc.getMap('booths').size).toBe(50)
      expect(contentOf(a!.doc)).toEqual(contentOf(b!.doc))
    })
    const c = stockClient(sync.url, fairId, { cookie: cookies[0]! })
    await c.synced
    expect(contentOf(c.doc)).toEqual(contentOf(a!.doc))
    const rows =
      await database.sql`select position, account_id from document_log where fair_id = ${fairId} order by position`
    expect(rows.map((row) => row.position)).toEqual(rows.map((_row, index) => index + 1))
    for (const client of [a!, b!, c]) client.provider.destroy()
  })
})
