import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createServices, type Services } from '#server/services'
import { appendPatch } from '#server/services/documents/appendPatch'
import { loadDocument, loadPlan } from '#server/services/documents/loadDocument'
import type { Patch } from '#shared/document/patch'
import type { FairId } from '#shared/kernel/ids'
import { createAccount, createFair, createMember } from '#tests/factories/fair'
import { rowPlan } from '#tests/factories/publishedFair'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

export let database: TestDatabase
export let deps: TestDeps
export let services: Services
export let ada: Awaited<ReturnType<typeof createAccount>>
export let ben: Awaited<ReturnType<typeof createAccount>>
/** A fair of six booths with two organisers; the demo's server wrote its first row. */
export let fairId: FairId

export function withHistories(): void {
  beforeAll(async () => {
    database = await createTestDatabase()
    deps = testDeps(database.sql)
    services = createServices(deps)
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    ada = await createAccount(database.sql, { name: 'Ada' })
    ben = await createAccount(database.sql, { name: 'Ben' })
    fairId = await createFair(database.sql, { plan: rowPlan(6) })
    for (const person of [ada, ben]) await createMember(database.sql, fairId, person)
  })
}

/** One row of the log by this person, at that time of 22 November 2026. Returns its position. */
export async function edit(who: { accountId: string } | null, time: string, patch: Patch): Promise<number> {
  return await database.sql.begin(async (tx) => {
    await tx`select from fairs where id = ${fairId} for no key update`
    const { doc } = await loadDocument(tx, fairId)
    const position = await appendPatch(tx, doc, patch, { fairId, accountId: who?.accountId ?? null })
    doc.destroy()
    if (position === null) throw new Error('nothing to write')
    await tx`update document_log set at = ${`2026-11-22T${time}Z`}::timestamptz
      where fair_id = ${fairId} and position = ${position}`
    return position
  })
}

export const booth = (id: string, fields: Record<string, unknown>): Patch =>
  [{ op: 'set', kind: 'booths', id, fields }] as Patch
export const newBooth = (id: string, number: string, x: number): Patch => [
  {
    op: 'put',
    kind: 'booths',
    id,
    fields: { hallId: 'hall', number, sectorId: null, place: [x, 12_000, 3000, 3000, 0] },
  },
]

export const planNow = async () => (await loadPlan(database.sql, fairId)).plan
export const standingNow = async () =>
  [...(await planNow()).booths.values()].filter(({ removed }) => !removed).map(({ number }) => number)

export const rows = async () =>
  (await database.sql<{ log_position: number }[]>`select log_position from fairs where id = ${fairId}`)[0]?.log_position
