import { afterAll, beforeAll, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { appendUpdate } from '#server/services/documents/appendUpdate'
import { projectFair } from '#server/services/documents/projectFairs'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import { createFair } from '#tests/factories/fair'
import { rowPlan } from '#tests/factories/publishedFair'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = createFairDocument()
  let bytes: Uint8Array | null = null
  doc.once('update', (update: Uint8Array) => {
    bytes = update
  })
  write(doc)
  doc.destroy()
  return bytes!
}

it.each([
  ['with NUL', 'a\u0000b'],
  ['half a surrogate pair', '\ud800'],
  ['nothing', ''],
  ['longer than any id', 'z'.repeat(300_000)],
])('a booth kept under a key that is no id (%s) keeps no other booth from being projected', async (_name, key) => {
  const deps = testDeps(database.sql)
  const fairId = await createFair(deps.sql, { plan: rowPlan(2) })
  await projectFair(deps)(fairId)
  const fields = { hallId: 'hall', number: 'B1', place: [5000, 10_000, 3000, 3000, 0] }
  const bytes = updateOf((doc) =>
    applyPatch(doc, [
      { op: 'put', kind: 'booths', id: key, fields },
      { op: 'put', kind: 'booths', id: 'good', fields },
    ]),
  )
  await deps.sql.begin((tx) => appendUpdate(tx, { fairId, bytes, accountId: null }))
  await projectFair(deps)(fairId)
  const rows = await deps.sql<{ id: string }[]>`select id from booths where fair_id = ${fairId} order by id`
  expect(rows.map((row) => row.id)).toEqual(['b0', 'b1', 'good'])
})
