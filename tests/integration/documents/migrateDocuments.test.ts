import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadDocument } from '#server/services/documents/loadDocument'
import { migrateDocuments } from '#server/services/documents/migrateDocuments'
import { readPlan, schemaVersionOf } from '#shared/document/fairDocument'
import { DOCUMENT_MIGRATIONS, type DocumentMigration } from '#shared/document/migrations'
import { SCHEMA_VERSION } from '#shared/document/records'
import type { FairId } from '#shared/kernel/ids'
import { createFair } from '#tests/factories/fair'
import { rowPlan } from '#tests/factories/publishedFair'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Numbers get a letter before them, then one behind. */
const renumber = (change: (number: string) => string): DocumentMigration => {
  return ({ booths }) =>
    [...booths].map(([id, { number }]) => ({
      op: 'set' as const,
      kind: 'booths' as const,
      id,
      fields: { number: change(String(number)) },
    }))
}
const STEPS = [renumber((number) => `N${number}`), renumber((number) => `${number}!`)]

async function stateOf(fairId: FairId) {
  const { doc, position } = await loadDocument(database.sql, fairId)
  const numbers = [...readPlan(doc).plan.booths.values()].map(({ number }) => number).sort()
  const version = schemaVersionOf(doc)
  doc.destroy()
  const [row] = await database.sql<{ version: number }[]>`
    select schema_version as version from fairs where id = ${fairId}`
  return { numbers, position, version, column: row?.version }
}

it('the version of records counts the steps', () => {
  expect(SCHEMA_VERSION).toBe(DOCUMENT_MIGRATIONS.length + 1)
})

it('an old document takes every step from where it is, once, however many processes start', async () => {
  const deps = testDeps(database.sql)
  const first = await createFair(deps.sql, { plan: rowPlan(2) })
  const before = await stateOf(first)
  const counts = await Promise.all([1, 2, 3].map(() => migrateDocuments(deps, STEPS.slice(0, 1))))
  expect(counts.reduce((sum, count) => sum + count)).toBe(1)
  const once = await stateOf(first)
  expect(once.numbers).toEqual(before.numbers.map((number) => `N${number}`))
  expect(once).toMatchObject({ version: 2, column: 2, position: before.position + 1 })

  const second = await createFair(deps.sql, { plan: rowPlan(2) })
  expect(await migrateDocuments(deps, STEPS)).toBe(2)
  const both = before.numbers.map((number) => `N${number}!`)
  expect(await stateOf(first)).toMatchObject({ numbers: both, version: 3, column: 3 })
  expect(await stateOf(second)).toMatchObject({ numbers: both, version: 3, column: 3 })
  expect(await migrateDocuments(deps, STEPS)).toBe(0)
})

it('a step that fails leaves its fair as it was', async () => {
  const deps = testDeps(database.sql)
  const fairId = await createFair(deps.sql, { plan: rowPlan(1) })
  const before = await stateOf(fairId)
  const failing: DocumentMigration = () => {
    throw new Error('no such layout')
  }
  await expect(migrateDocuments(deps, [...STEPS, failing])).rejects.toThrow('no such layout')
  expect(await stateOf(fairId)).toEqual(before)
})
