import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createServices, type Services } from '#server/services'
import { loadPlan } from '#server/services/documents/loadDocument'
import type { FairId } from '#shared/kernel/ids'
import { createAccount, createExhibitor, createMember } from '#tests/factories/fair'
import { newFair } from '#tests/factories/newFair'
import { rejectedWith } from '#tests/helpers/reject'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let services: Services
let owner: Awaited<ReturnType<typeof createAccount>>
let fairId: FairId
beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
  services = createServices(deps)
})
afterAll(() => database.drop())

const planOf = (booths: Record<string, unknown>) => ({
  format: 'beursvloer-plan',
  version: 1,
  halls: {
    h: {
      name: 'Hal',
      outline: [
        [0, 0],
        [20_000, 0],
        [20_000, 10_000],
        [0, 10_000],
      ],
    },
  },
  sectors: { s: { name: { nl: 'Sector' }, code: 'S', tint: 0 } },
  booths,
})
const booth = (number: string, x: number, more = {}) => ({
  hallId: 'h',
  number,
  sectorId: 's',
  place: [x, 0, 3000, 3000, 0],
  ...more,
})
const BOOTHS = { a: booth('A1', 0), b: booth('A2', 3000) }

beforeEach(async () => {
  owner = await createAccount(database.sql)
  ;({ fairId } = await services.fairs.createFair(
    owner,
    newFair.input({ start: { from: 'plan', plan: planOf(BOOTHS) } }),
  ))
})

const numbers = async () =>
  [...(await loadPlan(database.sql, fairId)).plan.booths.values()]
    .filter((one) => !one.removed)
    .map((one) => one.number)
    .sort()
const bring = (json: unknown, mode: 'add' | 'replace' = 'replace', position: number | null = null) =>
  services.fairs.importPlan(owner, { fairId, json, mode, position })

/** As the projection would, which another part of the server runs. */
async function claimed(id: string, number: string, state = 'confirmed', expiresAt: Date | null = null) {
  await database.sql`insert into booths (fair_id, id, hall_id, number, width_mm, depth_mm, area_mm2, fields, position)
    values (${fairId}, ${id}, 'h', ${number}, 3000, 3000, 9000000, '{}', 1)`
  const exhibitorId = await createExhibitor(database.sql, fairId)
  const now = deps.clock.now()
  await database.sql`insert into claims (id, fair_id, booth_id, exhibitor_id, state, expires_at, created_at, changed_at)
    values (${`${fairId}-${id}`}, ${fairId}, ${id}, ${exhibitorId}, ${state}, ${expiresAt}, ${now}, ${now})`
}

test('what is exported can be imported: into the same fair nothing changes, a new fair is the same', async () => {
  const { plan, fileName } = await services.fairs.exportPlan(owner, { fairId })
  expect(fileName).toMatch(/^voorjaarsbeurs(-\d+)?-plan-1\.json$/)
  const text = JSON.parse(JSON.stringify(plan))
  await bring(text)
  expect((await loadPlan(database.sql, fairId)).position).toBe(1)
  const copy = await services.fairs.createFair(owner, newFair.input({ start: { from: 'plan', plan: text } }))
  expect((await services.fairs.exportPlan(owner, copy)).plan).toEqual(plan)
})

test('a preview counts and changes nothing; the import that follows is one row of the log', async () => {
  const json = planOf({ a: booth('A1', 500), c: booth('A3', 6000) })
  const preview = await services.fairs.previewImport(owner, { fairId, json, mode: 'replace' })
  expect(preview.counts.booths).toEqual({ added: 1, changed: 1, removed: 1, kept: 0 })
  expect(await numbers()).toEqual(['A1', 'A2'])
  const result = await bring(json, 'replace', preview.position)
  expect(result).toMatchObject({ counts: preview.counts, position: 2 })
  expect(await numbers()).toEqual(['A1', 'A3'])
  const rows =
    await database.sql`select position, account_id from document_log where fair_id = ${fairId} order by position`
  expect(rows.map((row) => row.account_id)).toEqual([owner.accountId, owner.accountId])
})

test('adding leaves what is there', async () => {
  await bring(planOf({ a: booth('Z9', 500), c: booth('A3', 6000) }), 'add')
  expect(await numbers()).toEqual(['A1', 'A2', 'A3'])
})

test('a draft that changed since the preview is not replaced unseen', async () => {
  const json = planOf({})
  const { position } = await services.fairs.previewImport(owner, { fairId, json, mode: 'replace' })
  await bring(planOf({ c: booth('A3', 6000) }), 'add')
  await rejectedWith(bring(json, 'replace', position), 'DRAFT_CHANGED')
  expect(await numbers()).toEqual(['A1', 'A2', 'A3'])
})

test.each([
  ['text', 'nonsense', 'format'],
  ['null', null, 'format'],
  ['another format', { format: 'other', version: 1 }, 'format'],
  ['a newer version', { ...planOf({}), version: 2 }, 'format'],
  ['a list for a map', { ...planOf({}), booths: [] }, 'booths'],
  ['one wrong record among good ones', planOf({ ...BOOTHS, c: booth('A3', 1.5) }), 'booths.c.place.0'],
  ['a booth on no hall', planOf({ c: booth('A3', 0, { hallId: 'x' }) }), 'booths.c.hallId'],
  ['a booth of no sector', planOf({ c: booth('A3', 0, { sectorId: 'x' }) }), 'booths.c.sectorId'],
  ['a wrong id', planOf({ 'a b': booth('A3', 0) }), 'booths.a b'],
])('%s: refused as a whole, with the place', async (_what, json, path) => {
  for (const attempt of [
    () => bring(json, 'add'),
    () => bring(json, 'replace'),
    () => services.fairs.previewImport(owner, { fairId, json, mode: 'add' }),
  ]) {
    expect((await rejectedWith(attempt(), 'IMPORT_INVALID')).fields.map((field) => field.path)).toContain(path)
  }
  const create = services.fairs.createFair(owner, newFair.input({ slug: 'half', start: { from: 'plan', plan: json } }))
  await rejectedWith(create, 'IMPORT_INVALID')
  expect(await numbers()).toEqual(['A1', 'A2'])
  expect(await database.sql`select from fairs where slug = 'half'`).toHaveLength(0)
})

test('a plan in which a claimed booth is missing is refused; one that changes it is not', async () => {
  await claimed('b', 'A2')
  const without = planOf({ a: booth('A1', 0) })
  expect(
    (await services.fairs.previewImport(owner, { fairId, json: without, mode: 'replace' })).claimedRemoved,
  ).toEqual(['A2'])
  const error = await rejectedWith(bring(without), 'BOOTH_CLAIMED')
  expect(error.params.booths).toEqual(['A2'])
  expect(await numbers()).toEqual(['A1', 'A2'])

  const result = await bring(planOf({ b: booth('B2', 9000) }))
  expect(result.claimedChanged).toEqual(['A2'])
  expect(await numbers()).toEqual(['B2'])
})

test('a hold that is over protects nothing', async () => {
  await claimed('b', 'A2', 'held', new Date(deps.clock.now().getTime() - 1))
  await bring(planOf({ a: booth('A1', 0) }))
  expect(await numbers()).toEqual(['A1'])
})

test('imports at once come one after the other, none is lost', async () => {
  const json = (i: number) => planOf({ [`n${i}`]: booth(`N${i}`, i * 100) })
  await Promise.all(Array.from({ length: 8 }, (_, i) => bring(json(i), 'add')))
  expect(await numbers()).toHaveLength(10)
  expect((await loadPlan(database.sql, fairId)).position).toBe(9)
})

test('of several replacements of one draft at once only one is made', async () => {
  const json = (i: number) => planOf({ [`n${i}`]: booth(`N${i}`, i * 100) })
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, (_, i) => bring(json(i), 'replace', 1)))
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'DRAFT_CHANGED' })
  }
  expect(await numbers()).toHaveLength(1)
})

test('exhibitors and strangers neither import nor export', async () => {
  const exhibitor = await createAccount(database.sql)
  await createExhibitor(database.sql, fairId, exhibitor)
  const stranger = await createAccount(database.sql)
  for (const [person, code] of [
    [exhibitor, 'FORBIDDEN'],
    [stranger, 'NOT_FOUND'],
  ] as const) {
    await rejectedWith(
      services.fairs.importPlan(person, { fairId, json: planOf({}), mode: 'replace', position: null }),
      code,
    )
    await rejectedWith(services.fairs.exportPlan(person, { fairId }), code)
  }
  const organiser = await createAccount(database.sql)
  await createMember(database.sql, fairId, organiser)
  await services.fairs.exportPlan(organiser, { fairId })
})
