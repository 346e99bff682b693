import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import type { Actor } from '#shared/access/roles'
import { visitor } from '#shared/access/roles'
import type { ProfileInput } from '#shared/exhibitors/profile'
import { isAppError } from '#shared/kernel/errors'
import { createAccount, createExhibitor, createFair } from '#tests/factories/fair'
import { boothId, createPublishedFair } from '#tests/factories/publishedFair'
import { rejectedWith } from '#tests/helpers/reject'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps, warmPool } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let services: Services

beforeAll(async () => {
  database = await createTestDatabase()
  await warmPool(database.sql)
  deps = testDeps(database.sql)
  services = createServices(deps)
})
afterAll(() => database.drop())

const profile = (changes: Partial<ProfileInput> = {}): ProfileInput => ({ name: 'Kollektief Kaap', ...changes })

describe('signing up', () => {
  it('makes one exhibitor, however often the button is pressed', async () => {
    const { fairId } = await createPublishedFair(deps)
    const actor = await createAccount(deps.sql)
    const answers = await Promise.all(
      [1, 2, 3].map(() => services.exhibitors.joinFair(actor, { fairId, profile: profile() })),
    )
    expect(new Set(answers.map((answer) => answer.exhibitorId)).size).toBe(1)
    expect(answers.filter((answer) => answer.created)).toHaveLength(1)
    expect((await services.claims.claimBooth(actor, { fairId, boothId: boothId(0) })).status).toBe(201)
  })

  it('is for open fairs and signed-in people', async () => {
    const { fairId } = await createPublishedFair(deps, { openForExhibitors: false })
    const actor = await createAccount(deps.sql)
    await rejectedWith(services.exhibitors.joinFair(actor, { fairId, profile: profile() }), 'FAIR_CLOSED')
    await rejectedWith(services.exhibitors.joinFair(visitor('nl'), { fairId, profile: profile() }), 'NOT_SIGNED_IN')
    const hidden = await createFair(deps.sql, { openForExhibitors: false })
    await rejectedWith(services.exhibitors.joinFair(actor, { fairId: hidden, profile: profile() }), 'NOT_FOUND')
    const demo = await createAccount(deps.sql, { demo: true })
    const open = await createPublishedFair(deps)
    await rejectedWith(services.exhibitors.joinFair(demo, { fairId: open.fairId, profile: profile() }), 'FORBIDDEN')
  })
})

describe('a profile', () => {
  it('is edited by the exhibitor and by organisers, by nobody else', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const actor = await createAccount(deps.sql)
    const exhibitorId = await createExhibitor(deps.sql, fairId, actor)
    const edit = (who: Actor, name: string) =>
      services.exhibitors.editExhibitor(who, { fairId, exhibitorId, profile: profile({ name }) })
    await edit(actor, 'One')
    await edit(owner, 'Two')
    const rival = await createAccount(deps.sql)
    await createExhibitor(deps.sql, fairId, rival)
    await rejectedWith(edit(rival, 'Mine now'), 'FORBIDDEN')
    const elsewhere = await createPublishedFair(deps)
    await rejectedWith(
      services.exhibitors.editExhibitor(elsewhere.owner, { fairId: elsewhere.fairId, exhibitorId, profile: profile() }),
      'NOT_FOUND',
    )
    expect((await services.exhibitors.getExhibitor(owner, { fairId, exhibitorId })).name).toBe('Two')
    await rejectedWith(services.exhibitors.getExhibitor(rival, { fairId, exhibitorId }), 'NOT_FOUND')
  })

  it('tells what is wrong with it, field by field', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const error = await rejectedWith(
      services.exhibitors.createExhibitor(owner, {
        fairId,
        profile: {
          name: ' \u200b ',
          kind: 'robot' as 'member',
          languages: ['<script>'],
          links: [{ url: 'javascript:alert(1)' }, { url: 'ftp://example.org/' }, { url: 'https://example.org/' }],
          contactEmail: 'nobody',
        },
      }),
      'INVALID',
    )
    expect(error.fields.map((field) => [field.path, field.code])).toEqual([
      ['name', 'required'],
      ['kind', 'choice'],
      ['languages.0', 'unknown'],
      ['links.0.url', 'url'],
      ['links.1.url', 'url'],
      ['contactEmail', 'email'],
    ])
  })

  it('changes the name beside its booth', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const actor = await createAccount(deps.sql)
    const exhibitorId = await createExhibitor(deps.sql, fairId, actor)
    const { claim } = await services.claims.claimBooth(actor, { fairId, boothId: boothId(0) })
    await services.claims.confirmClaim(owner, { fairId, claimId: claim.id })
    await services.exhibitors.editExhibitor(actor, { fairId, exhibitorId, profile: profile({ name: 'Nieuw' }) })
    const { booths } = await services.booths.boothStatuses(visitor('nl'), { fairId })
    expect(booths[0]).toMatchObject({ exhibitorName: 'Nieuw', version: 3 })
  })

  it('spells the same name one way, and keeps everything else as it was typed', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const id = await services.exhibitors.createExhibitor(owner, {
      fairId,
      profile: profile({ name: '  Cafe\u0301 “Ça & <b>va</b>” 🎻 ' }),
    })
    expect((await services.exhibitors.getExhibitor(owner, { fairId, exhibitorId: id })).name).toBe(
      'Café “Ça & <b>va</b>” 🎻',
    )
  })
})

/** A few of our own that always run: markup, templates, right-to-left, emoji, look-alikes, separators, SQL. */
const OWN_NAUGHTY = [
  '<script>alert(1)</script>',
  "'; drop table exhibitors; --",
  '{{name}} $t(errors:INTERNAL) #{process.env}',
  'مرحبا بالعالم',
  '\u202eabc\u202c',
  '👩‍👩‍👧‍👦 🇧🇪',
  'Ω≈ç√∫˜µ≤≥÷',
  'null',
  'undefined',
  '1/0',
  '%s %d %n',
  'line one\nline two\ttab',
  '__proto__',
  'a'.repeat(120),
]
const BLNS = path.resolve('../shared/data/fuzz/blns.json')
const naughty = existsSync(BLNS)
  ? [...OWN_NAUGHTY, ...(JSON.parse(readFileSync(BLNS, 'utf8')) as string[])]
  : OWN_NAUGHTY
if (!existsSync(BLNS)) console.warn(`${BLNS} is absent: naughty strings of our own only`)

describe('naughty strings', () => {
  it('come back unchanged from every field, or are refused in words', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const exhibitorId = await services.exhibitors.createExhibitor(owner, { fairId, profile: profile() })
    let kept = 0
    for (const text of naughty) {
      const name = text.slice(0, 120)
      const input = profile({
        name,
        description: { nl: text, fr: text, en: text },
        links: [{ label: text.slice(0, 80), url: 'https://example.org/' }],
        contactName: name,
      })
      const outcome = await services.exhibitors.editExhibitor(owner, { fairId, exhibitorId, profile: input }).then(
        () => null,
        (error: unknown) => error,
      )
      if (outcome !== null) {
        if (!isAppError(outcome)) throw outcome
        expect(outcome.code, JSON.stringify(text)).toBe('INVALID')
        continue
      }
      kept++
      const expected = name.normalize('NFC').trim()
      const lines = text.normalize('NFC').replaceAll('\r\n', '\n').trim()
      const found = await services.exhibitors.getExhibitor(owner, { fairId, exhibitorId })
      expect(found).toMatchObject({
        name: expected,
        contactName: expected,
        links: [{ label: text.slice(0, 80).normalize('NFC').trim() }],
      })
      expect(found.description.nl ?? '').toBe(lines)
      const listed = await services.exhibitors.listExhibitors(owner, { fairId, search: expected })
      expect(
        listed.map((row) => row.id),
        JSON.stringify(text),
      ).toEqual([exhibitorId])
    }
    // Empty ones, and those of which nothing can be seen, are refused.
    expect(kept).toBeGreaterThanOrEqual(naughty.length - 15)
  })
})

describe('archiving', () => {
  it('says which booths it has, and gives them back when told to', async () => {
    const { fairId, owner } = await createPublishedFair(deps, { boothLimit: 3 })
    const actor = await createAccount(deps.sql)
    const exhibitorId = await createExhibitor(deps.sql, fairId, actor)
    await services.claims.claimBooth(actor, { fairId, boothId: boothId(2) })
    await services.claims.holdBooth(actor, { fairId, boothId: boothId(0) })
    const error = await rejectedWith(
      services.exhibitors.archiveExhibitor(owner, { fairId, exhibitorId }),
      'EXHIBITOR_HAS_BOOTHS',
    )
    expect(error.params).toEqual({ booths: 'A1, A3' })
    expect(await services.exhibitors.archiveExhibitor(owner, { fairId, exhibitorId, withdrawClaims: true })).toEqual([
      'A1',
      'A3',
    ])
    const { booths } = await services.booths.boothStatuses(owner, { fairId })
    expect(booths.every((booth) => booth.status === 'available')).toBe(true)
    await rejectedWith(services.claims.claimBooth(actor, { fairId, boothId: boothId(0) }), 'FORBIDDEN')
    await rejectedWith(services.claims.claimBooth(owner, { fairId, boothId: boothId(0), exhibitorId }), 'NOT_FOUND')
    expect(await services.exhibitors.listExhibitors(owner, { fairId })).toEqual([])
    expect(await services.exhibitors.listExhibitors(owner, { fairId, archived: true })).toHaveLength(1)
    await services.exhibitors.restoreExhibitor(owner, { fairId, exhibitorId })
    expect((await services.claims.claimBooth(actor, { fairId, boothId: boothId(0) })).status).toBe(201)
    await rejectedWith(services.exhibitors.archiveExhibitor(actor, { fairId, exhibitorId }), 'FORBIDDEN')
  })
})

describe('the list', () => {
  it('is searched without accents and case, by sector, and sorted as people sort', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const add = (name: string, sectorIds: string[] = []) =>
      services.exhibitors.createExhibitor(owner, { fairId, profile: profile({ name, sectorIds }) })
    await add('zebra')
    await add('Éclair', ['crafts'])
    await add('eclair 10')
    await add('Eclair 9')
    const names = async (filter = {}) =>
      (await services.exhibitors.listExhibitors(owner, { fairId, ...filter })).map((row) => row.name)
    expect(await names()).toEqual(['Éclair', 'Eclair 9', 'eclair 10', 'zebra'])
    expect(await names({ search: 'ECLAIR 1' })).toEqual(['eclair 10'])
    expect(await names({ sectorId: 'crafts' })).toEqual(['Éclair'])
    await rejectedWith(services.exhibitors.listExhibitors(await createAccount(deps.sql), { fairId }), 'FORBIDDEN')
  })
})
