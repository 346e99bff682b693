import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServices, type Services } from '#server/services'
import { loadPlan } from '#server/services/documents/loadDocument'
import { visitor } from '#shared/access/roles'
import { fairSettingsSchema, newFairSchema } from '#shared/fairs/fairInput'
import { createAccount, createExhibitor, createFair, createMember } from '#tests/factories/fair'
import { newFair } from '#tests/factories/newFair'
import { naughtyNames } from '#tests/fixtures/naughtyNames'
import { rejectedWith } from '#tests/helpers/reject'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let services: Services
let ada: Awaited<ReturnType<typeof createAccount>>
beforeAll(async () => {
  database = await createTestDatabase()
  services = createServices(testDeps(database.sql))
})
afterAll(() => database.drop())
const person = async () => {
  ada = await createAccount(database.sql)
  return ada
}

const settingsOf = (changes: Record<string, unknown> = {}) => {
  const { start: _start, ...about } = newFair.raw()
  return fairSettingsSchema.parse({
    ...about,
    slug: 'ingesteld',
    openForExhibitors: false,
    boothLimit: 3,
    holdHours: 12,
    changeoverMinutes: 25,
    proposalsOpen: false,
    votingOpen: true,
    ...changes,
  })
}

test('a fair from nothing has an owner, a hall of the size given, and the twenty sectors', async () => {
  const owner = await person()
  const { fairId, slug } = await services.fairs.createFair(owner, newFair.input())
  expect(slug).toBe('voorjaarsbeurs')
  const fair = await services.fairs.getFair(owner, { fairId })
  expect(fair).toMatchObject({
    role: 'owner',
    startsOn: '2027-03-12',
    endsOn: '2027-03-13',
    venueAddress: 'Picardstraat 11\n1000 Brussel',
    holdHours: 48,
    boothLimit: 1,
    openingHours: newFair.raw().openingHours,
    may: { settings: true, archive: true, team: true },
  })
  const { plan, malformed, position } = await loadPlan(database.sql, fairId)
  expect({ malformed, position }).toEqual({ malformed: [], position: 1 })
  expect([...plan.halls.values()][0]).toMatchObject({
    outline: [
      [0, 0],
      [70_000, 0],
      [70_000, 64_000],
      [0, 64_000],
    ],
  })
  expect(plan.sectors.size).toBe(20)
})

test('without the sectors, with a hall of another name', async () => {
  const start = { from: 'hall', hall: { name: 'Loods', widthMm: 1000, depthMm: 1000 }, defaultSectors: false }
  const { fairId } = await services.fairs.createFair(await person(), newFair.input({ start }))
  const { plan } = await loadPlan(database.sql, fairId)
  expect(plan.sectors.size).toBe(0)
  expect([...plan.halls.values()][0]?.name).toEqual({ nl: 'Loods' })
})

test('visitors make no fair', async () => {
  await rejectedWith(services.fairs.createFair(visitor('nl'), newFair.input()), 'NOT_SIGNED_IN')
})

test('ten fairs of one name at once get ten addresses; an address that was asked for is kept or refused', async () => {
  const owner = await person()
  const input = newFair.input({ name: { nl: 'Herfstbeurs' } })
  const made = await Promise.all(Array.from({ length: 10 }, () => services.fairs.createFair(owner, input)))
  expect(new Set(made.map((fair) => fair.slug)).size).toBe(10)
  expect(made.map((fair) => fair.slug)).toContain('herfstbeurs-10')

  const asked = newFair.input({ slug: 'winterbeurs' })
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => services.fairs.createFair(owner, asked)))
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  const error = await rejectedWith(services.fairs.createFair(owner, asked), 'SLUG_TAKEN')
  expect(error.fields).toEqual([{ path: 'slug', code: 'slugTaken', params: { suggestion: 'winterbeurs-2' } }])
  expect(await database.sql`select from fairs where slug like 'winterbeurs%'`).toHaveLength(1)
})

test('names that break programs are stored as they are, or refused for showing nothing', async () => {
  const { names, complete } = naughtyNames()
  if (!complete) console.log('large list of naughty strings is not here: own fixture only')
  const owner = await person()
  let stored = 0
  for (const name of names) {
    const raw = {
      ...newFair.raw(),
      name: { nl: name, fr: name },
      summary: { en: name },
      venueName: name,
      venueAddress: name,
    }
    const checked = newFairSchema.safeParse(raw)
    if (!checked.success) {
      expect(checked.error.issues[0]?.path[0]).toMatch(/name|venueName|venueAddress|summary/)
      continue
    }
    const actor = stored % 40 === 0 ? await person() : ada
    const { fairId } = await services.fairs.createFair(actor ?? owner, checked.data)
    const fair = await services.fairs.getFair(actor ?? owner, { fairId })
    expect(fair.name).toEqual({ nl: name.trim(), fr: name.trim() })
    expect(fair.venueName).toBe(name.trim())
    expect(fair.summary).toEqual({ nl: name.trim().replaceAll('\r\n', '\n'), en: name.trim().replaceAll('\r\n', '\n') })
    stored++
  }
  expect(stored).toBeGreaterThan(15)
})

test('my fairs: organised and exhibited at, coming ones first, archived last; not those of others', async () => {
  const me = await person()
  const other = await createAccount(database.sql)
  const past = await createFair(database.sql, { name: { nl: 'Voorbij' } })
  await database.sql`update fairs set starts_on = '2025-01-01', ends_on = '2025-01-02' where id = ${past}`
  const archived = await createFair(database.sql, { archivedAt: new Date() })
  const exhibiting = await createFair(database.sql)
  const both = await createFair(database.sql)
  const theirs = await createFair(database.sql)
  await createMember(database.sql, past, me)
  await createMember(database.sql, archived, me, 'owner')
  await createExhibitor(database.sql, exhibiting, me)
  await createExhibitor(database.sql, both, me)
  await createMember(database.sql, both, me)
  await createMember(database.sql, theirs, other)
  const mine = await services.fairs.listMyFairs(me)
  expect(
    mine
      .map((fair) => fair.id)
      .slice(0, 2)
      .sort(),
  ).toEqual([both, exhibiting].sort())
  expect(mine.map((fair) => fair.id).slice(2)).toEqual([past, archived])
  expect(mine.find((fair) => fair.id === both)).toMatchObject({ role: 'organiser', exhibitors: ['Kollektief Kaap'] })
  expect(mine.find((fair) => fair.id === exhibiting)).toMatchObject({ role: 'exhibitor', openClaims: 0 })
})

test('settings change all at once; a taken address changes nothing and names a free one', async () => {
  const owner = await person()
  const { fairId } = await services.fairs.createFair(owner, newFair.input({ slug: 'eerste' }))
  await services.fairs.createFair(owner, newFair.input({ slug: 'tweede' }))
  await services.fairs.updateFairSettings(owner, { fairId, settings: settingsOf() })
  expect(await services.fairs.getFair(owner, { fairId })).toMatchObject({
    slug: 'ingesteld',
    openForExhibitors: false,
    boothLimit: 3,
    holdHours: 12,
    changeoverMinutes: 25,
    proposalsOpen: false,
    votingOpen: true,
  })
  const taken = services.fairs.updateFairSettings(owner, {
    fairId,
    settings: settingsOf({ slug: 'tweede', boothLimit: 9 }),
  })
  expect((await rejectedWith(taken, 'SLUG_TAKEN')).params.suggestion).toBe('tweede-2')
  expect((await services.fairs.getFair(owner, { fairId })).boothLimit).toBe(3)
})

test('archived: nothing changes any more, organisers may look, owners take it out again', async () => {
  const owner = await person()
  const { fairId } = await services.fairs.createFair(owner, newFair.input())
  const organiser = await createAccount(database.sql)
  await createMember(database.sql, fairId, organiser)
  await rejectedWith(services.fairs.archiveFair(organiser, { fairId }), 'FORBIDDEN')
  await services.fairs.archiveFair(owner, { fairId })
  await services.fairs.archiveFair(owner, { fairId })
  expect((await services.fairs.getFair(organiser, { fairId })).archivedAt).not.toBeNull()
  await rejectedWith(services.fairs.updateFairSettings(owner, { fairId, settings: settingsOf() }), 'FAIR_ARCHIVED')
  await rejectedWith(services.team.createInvitation(owner, { fairId, role: 'organiser' }), 'FAIR_ARCHIVED')
  await services.fairs.unarchiveFair(owner, { fairId })
  await services.fairs.updateFairSettings(owner, { fairId, settings: settingsOf({ slug: 'weer-open' }) })
  const actions = await database.sql<
    { action: string }[]
  >`select action from audit where fair_id = ${fairId} order by id`
  expect(actions.map((row) => row.action)).toEqual([
    'fair.created',
    'fair.archived',
    'fair.unarchived',
    'fair.settings',
  ])
})

test('a new fair says what to do first', async () => {
  const owner = await person()
  const { fairId } = await services.fairs.createFair(owner, newFair.input())
  const overview = await services.fairs.fairOverview(owner, { fairId })
  expect(overview).toMatchObject({ boothTotal: 0, exhibitors: 0, openClaims: 0, team: 1, release: null })
  expect(overview.setup).toEqual([
    { step: 'hours', done: true },
    { step: 'booths', done: false },
    { step: 'sectors', done: false },
    { step: 'team', done: false },
    { step: 'exhibitors', done: false },
    { step: 'release', done: false },
  ])
  await rejectedWith(services.fairs.fairOverview(await createAccount(database.sql), { fairId }), 'NOT_FOUND')
  await rejectedWith(services.fairs.fairOverview(owner, { fairId: 'none' }), 'NOT_FOUND')
})
