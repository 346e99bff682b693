import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Deps } from '#server/deps'
import { appendUpdate } from '#server/services/documents/appendUpdate'
import { writersOf } from '#server/services/documents/writersOf'
import { createAccount, createFair, createMember } from '#tests/factories/fair'
import { rejectedWith } from '#tests/helpers/reject'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: Deps

beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
})
afterAll(() => database.drop())

/** One edit of a window. */
const editOf = (client: number) => {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('booths').set('b', client)
  return Y.encodeStateAsUpdate(doc)
}

it('names the accounts behind windows that wrote, the newest rows first, and nobody else', async () => {
  const fairId = await createFair(deps.sql)
  const [ada, bo] = [await createAccount(deps.sql), await createAccount(deps.sql)]
  await createMember(deps.sql, fairId, ada)
  const write = (client: number, accountId: string | null) =>
    deps.sql.begin((tx) => appendUpdate(tx, { fairId, bytes: editOf(client), accountId }))
  await write(11, ada.accountId)
  await write(22, bo.accountId)
  await write(33, null)
  await deps.sql.begin((tx) => appendUpdate(tx, { fairId, bytes: new Uint8Array([9, 9, 9]), accountId: bo.accountId }))
  const ask = writersOf(deps)
  expect(await ask(ada, { fairId, clients: [11, '22', 33, 44] })).toEqual({ 11: ada.accountId, 22: bo.accountId })
  await rejectedWith(ask(ada, { fairId, clients: [] }), 'INVALID')
  await rejectedWith(ask(ada, { fairId, clients: ['x'] }), 'INVALID')
  await rejectedWith(ask(ada, { fairId, clients: Array.from({ length: 51 }, (_, n) => n) }), 'INVALID')
  await rejectedWith(ask(await createAccount(deps.sql), { fairId, clients: [11] }), 'NOT_FOUND')
})
