import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withdrawRelease } from '#server/services/releases/withdrawRelease'
import { listPublicFairs } from '#server/services/visit/listPublicFairs'
import { visitExhibitor } from '#server/services/visit/visitExhibitor'
import { visitFair } from '#server/services/visit/visitFair'
import { visitor } from '#shared/access/roles'
import { isTimeZone } from '#shared/fairs/timeZone'
import type { ExhibitorId, FairId } from '#shared/kernel/ids'
import { createAccount, createExhibitor, createFair, createMember } from '#tests/factories/fair'
import { boothId, createPublishedFair } from '#tests/factories/publishedFair'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
const guest = visitor('nl')
let counter = 0
const slug = () => `visit-${++counter}`

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  deps = testDeps(database.sql)
})

async function claim(fairId: FairId, exhibitorId: ExhibitorId, index: number, state: 'held' | 'claimed' | 'confirmed') {
  const expires = state === 'held' ? new Date(deps.clock.now().getTime() + 3_600_000) : null
  await deps.sql`insert into claims (id, fair_id, booth_id, exhibitor_id, state, expires_at, created_at, changed_at)
    values (${`c-${fairId}-${index}`}, ${fairId}, ${boothId(index)}, ${exhibitorId}, ${state}, ${expires}, now(), now())`
}

const notFound = expect.objectContaining({ code: 'NOT_FOUND' })

describe('visitFair', () => {
  it('shows the release, its booths in order and those who are confirmed', async () => {
    const address = slug()
    const { fairId } = await createPublishedFair(deps, { slug: address, booths: 4 })
    const confirmed = await createExhibitor(deps.sql, fairId, null, { name: 'Élan' })
    const asking = await createExhibitor(deps.sql, fairId, null, { name: 'Aarzel' })
    await claim(fairId, confirmed, 2, 'confirmed')
    await claim(fairId, asking, 1, 'claimed')
    await claim(fairId, asking, 0, 'held')

    const { fair, published } = await visitFair(deps)(guest, { slug: address })
    expect(fair).toMatchObject({ slug: address, archived: false, startsOn: '2027-03-12' })
    expect(fair.reader).toEqual({ organiser: false, exhibitor: false, mayJoin: true })
    expect(published?.booths.map(({ number, status, exhibitorName }) => [number, status, exhibitorName])).toEqual([
      ['A1', 'held', null],
      ['A2', 'claimed', null],
      ['A3', 'confirmed', 'Élan'],
      ['A4', 'available', null],
    ])
    // Who only asked for a booth is nobody's business yet.
    expect(published?.exhibitors).toEqual([
      { id: confirmed, name: 'Élan', kind: 'member', sectorIds: ['music'], boothIds: [boothId(2)] },
    ])
  })

  it('is not there before publication, after withdrawal, in the archive and under another name', async () => {
    const draft = slug()
    await createFair(deps.sql, { slug: draft })
    await expect(visitFair(deps)(guest, { slug: draft })).rejects.toEqual(notFound)

    const withdrawn = slug()
    const { fairId, owner } = await createPublishedFair(deps, { slug: withdrawn })
    await expect(visitFair(deps)(guest, { slug: withdrawn })).resolves.toMatchObject({ fair: { slug: withdrawn } })
    await withdrawRelease(deps)(owner, { fairId, number: 1 })
    await expect(visitFair(deps)(guest, { slug: withdrawn })).rejects.toEqual(notFound)

    const archived = slug()
    await createPublishedFair(deps, { slug: archived })
    await deps.sql`update fairs set archived_at = now() where slug = ${archived}`
    await expect(visitFair(deps)(guest, { slug: archived })).rejects.toEqual(notFound)

    await expect(visitFair(deps)(guest, { slug: "x' or 1=1" })).rejects.toEqual(notFound)
  })

  it('lets those who prepare the fair look in before it is published', async () => {
    const address = slug()
    const fairId = await createFair(deps.sql, { slug: address })
    const organiser = await createAccount(deps.sql)
    await createMember(deps.sql, fairId, organiser)
    const exhibitor = await createAccount(deps.sql)
    await createExhibitor(deps.sql, fairId, exhibitor)

    const seen = await visitFair(deps)(organiser, { slug: address })
    expect(seen).toMatchObject({ published: null, fair: { reader: { organiser: true } } })
    await expect(visitFair(deps)(exhibitor, { slug: address })).resolves.toMatchObject({ published: null })
  })

  it('leaves out archived exhibitors', async () => {
    const address = slug()
    const { fairId } = await createPublishedFair(deps, { slug: address })
    const gone = await createExhibitor(deps.sql, fairId, null, { name: 'Weg' })
    await claim(fairId, gone, 0, 'confirmed')
    await deps.sql`update exhibitors set archived_at = now() where id = ${gone}`
    const { published } = await visitFair(deps)(guest, { slug: address })
    expect(published?.exhibitors).toEqual([])
  })
})

describe('visitExhibitor', () => {
  it('tells the contact only when the exhibitor wants it', async () => {
    const address = slug()
    const { fairId } = await createPublishedFair(deps, { slug: address })
    const id = await createExhibitor(deps.sql, fairId)
    await claim(fairId, id, 0, 'confirmed')
    await deps.sql`update exhibitors set contact_email = 'kaap@example.org', description = ${deps.sql.json({ fr: 'Voix' })}
      where id = ${id}`
    const hidden = await visitExhibitor(deps)(guest, { slug: address, exhibitorId: id })
    expect(hidden.exhibitor).toMatchObject({ contact: null, description: { fr: 'Voix' } })
    expect(JSON.stringify(hidden)).not.toContain('kaap@example.org')

    await deps.sql`update exhibitors set contact_public = true where id = ${id}`
    const shown = await visitExhibitor(deps)(guest, { slug: address, exhibitorId: id })
    expect(shown.exhibitor.contact).toEqual({ name: '', email: 'kaap@example.org', phone: '' })
  })

  it('is not there without a confirmed booth, nor under another fair', async () => {
    const [address, other] = [slug(), slug()]
    const { fairId } = await createPublishedFair(deps, { slug: address })
    await createPublishedFair(deps, { slug: other })
    const id = await createExhibitor(deps.sql, fairId)
    await claim(fairId, id, 0, 'claimed')
    await expect(visitExhibitor(deps)(guest, { slug: address, exhibitorId: id })).rejects.toEqual(notFound)
    await deps.sql`update claims set state = 'confirmed' where exhibitor_id = ${id}`
    await expect(visitExhibitor(deps)(guest, { slug: other, exhibitorId: id })).rejects.toEqual(notFound)
    await expect(visitExhibitor(deps)(guest, { slug: address, exhibitorId: id })).resolves.toMatchObject({
      exhibitor: { id },
    })
  })
})

describe('listPublicFairs', () => {
  it('parts upcoming from past by the day where the fair is, and leaves out what visitors may not see', async () => {
    const [soon, over, draft, archived] = [slug(), slug(), slug(), slug()]
    await createPublishedFair(deps, { slug: soon })
    await createPublishedFair(deps, { slug: over })
    await createFair(deps.sql, { slug: draft })
    await createPublishedFair(deps, { slug: archived })
    await deps.sql`update fairs set archived_at = now() where slug = ${archived}`
    // Over since midnight in Auckland, while it is still the day before in Brussels.
    deps.clock.advance(Date.parse('2027-03-13T11:30:00Z') - deps.clock.now().getTime())
    await deps.sql`update fairs set time_zone = 'Pacific/Auckland' where slug = ${over}`
    const { upcoming, past } = await listPublicFairs(deps)(guest)
    const slugs = (fairs: { slug: string }[]) => fairs.map((fair) => fair.slug)
    expect(slugs(upcoming)).toContain(soon)
    expect(slugs(past)).toContain(over)
    for (const hidden of [draft, archived]) expect([...slugs(upcoming), ...slugs(past)]).not.toContain(hidden)
  })

  it('takes every time zone that a form takes, whether the database knows it or not', async () => {
    const [address, name] = [slug(), 'AET']
    expect(isTimeZone(name)).toBe(true)
    await expect(deps.sql`select now() at time zone ${name}`).rejects.toThrow('not recognized')
    await createPublishedFair(deps, { slug: address })
    await deps.sql`update fairs set time_zone = ${name} where slug = ${address}`
    const { upcoming } = await listPublicFairs(deps)(guest)
    expect(upcoming.map((fair) => fair.slug)).toContain(address)
  })
})
