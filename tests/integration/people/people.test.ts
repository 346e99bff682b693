import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import { readSpeakers } from '#server/services/people/speakerBriefs'
import { readProgrammeContext } from '#server/services/programme/programmeContext'
import { type Actor, visitor } from '#shared/access/roles'
import { type FairId, newId, type PersonId, platformRandomBytes } from '#shared/kernel/ids'
import type { PersonInput } from '#shared/people/personInput'
import { createAccount, createExhibitor, createFair, createMember } from '#tests/factories/fair'
import { boothId, createPublishedFair, editDraft } from '#tests/factories/publishedFair'
import { naughtyNames } from '#tests/fixtures/naughtyNames'
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

const MINUTE = 30_000_000
const person = (changes: Partial<PersonInput> = {}): PersonInput => ({ name: 'Ada Peeters', ...changes })

const add = (actor: Actor, fairId: FairId, changes: Partial<PersonInput> = {}): Promise<PersonId> =>
  services.people.createPerson(actor, { fairId, person: person(changes) })

const talk = (id: string, speakerIds: string[], fields = {}) => ({
  op: 'put' as const,
  kind: 'talks' as const,
  id,
  fields: { title: { nl: `Sessie ${id}` }, speakerIds, ...fields },
})

describe('who may', () => {
  it('is every organiser of this fair, and nobody else', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const organiser = await createAccount(deps.sql)
    await createMember(deps.sql, fairId, organiser)
    const personId = await add(organiser, fairId)
    const exhibitor = await createAccount(deps.sql)
    await createExhibitor(deps.sql, fairId, exhibitor)
    const elsewhere = await createPublishedFair(deps)
    const attempts = (actor: Actor) => [
      () => services.people.listPeople(actor, { fairId }),
      () => services.people.getPerson(actor, { fairId, personId }),
      () => services.people.createPerson(actor, { fairId, person: person() }),
      () => services.people.editPerson(actor, { fairId, personId, person: person({ name: 'Mine' }) }),
      () => services.people.erasePerson(actor, { fairId, personId }),
    ]
    for (const [actor, code] of [
      [visitor('nl'), 'NOT_SIGNED_IN'],
      [exhibitor, 'FORBIDDEN'],
      [elsewhere.owner, 'FORBIDDEN'],
    ] as const)
      for (const attempt of attempts(actor)) await rejectedWith(attempt(), code)
    expect((await services.people.getPerson(owner, { fairId, personId })).name).toBe('Ada Peeters')
  })

  it('reaches nobody of another fair, whatever the id', async () => {
    const here = await createPublishedFair(deps)
    const there = await createPublishedFair(deps)
    const personId = await add(there.owner, there.fairId, { name: 'Theirs' })
    const { fairId } = here
    await rejectedWith(services.people.getPerson(here.owner, { fairId, personId }), 'NOT_FOUND')
    await rejectedWith(services.people.editPerson(here.owner, { fairId, personId, person: person() }), 'NOT_FOUND')
    await rejectedWith(services.people.erasePerson(here.owner, { fairId, personId }), 'NOT_FOUND')
    await rejectedWith(services.people.createPerson(here.owner, { fairId, id: personId, person: person() }), 'INVALID')
    const exhibitorId = await createExhibitor(deps.sql, there.fairId)
    const error = await rejectedWith(add(here.owner, fairId, { exhibitorId }), 'INVALID')
    expect(error.fields).toEqual([{ path: 'exhibitorId', code: 'choice' }])
    expect((await services.people.getPerson(there.owner, { ...there, personId })).name).toBe('Theirs')
  })

  it('is nobody once the fair is archived', async () => {
    const owner = await createAccount(deps.sql)
    const fairId = await createFair(deps.sql, { archivedAt: new Date('2026-11-01T00:00:00Z') })
    await createMember(deps.sql, fairId, owner, 'owner')
    await rejectedWith(add(owner, fairId), 'FAIR_ARCHIVED')
  })
})

describe('a person', () => {
  it('comes back as entered, ranges joined and in order', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const exhibitorId = await createExhibitor(deps.sql, fairId, null, { name: 'Kaap' })
    const personId = await add(owner, fairId, {
      name: ' Ce\u0301line ',
      email: ' Celine@Example.org ',
      language: 'fr',
      biography: { fr: 'Elle parle.\r\nBien.' },
      links: [{ label: 'Site', url: 'https://example.org' }],
      availability: [
        [MINUTE + 60, MINUTE + 120],
        [MINUTE, MINUTE + 60],
      ],
      exhibitorId,
    })
    expect(await services.people.getPerson(owner, { fairId, personId })).toMatchObject({
      name: 'Céline',
      email: 'celine@example.org',
      language: 'fr',
      biography: { fr: 'Elle parle.\nBien.' },
      links: [{ label: 'Site', url: 'https://example.org' }],
      availability: [[MINUTE, MINUTE + 120]],
      exhibitorId,
      exhibitorName: 'Kaap',
      accountId: null,
      talks: [],
    })
  })

  it('is one, however often the form is sent, also at once', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const id = newId<PersonId>(platformRandomBytes)
    const send = () => services.people.createPerson(owner, { fairId, id, person: person() })
    expect(new Set(await Promise.all([send(), send(), send(), send()]))).toEqual(new Set([id]))
    await send()
    expect(await services.people.listPeople(owner, { fairId })).toHaveLength(1)
  })

  it('tells what is wrong with it, field by field', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const error = await rejectedWith(
      add(owner, fairId, {
        name: ' \u200b ',
        email: 'nobody',
        language: 'de' as 'nl',
        links: [{ url: 'javascript:alert(1)' }],
        availability: [[MINUTE, MINUTE]],
        exhibitorId: '../x',
      }),
      'INVALID',
    )
    expect(error.fields.map(({ path }) => path)).toEqual([
      'name',
      'email',
      'language',
      'links.0.url',
      'availability.0',
      'exhibitorId',
    ])
    for (const id of ['', '__proto__', 'a b', 'x'.repeat(65)])
      await rejectedWith(services.people.createPerson(owner, { fairId, id, person: person() }), 'INVALID')
  })

  it('takes any name that shows something', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const personId = await add(owner, fairId)
    const { names } = naughtyNames()
    let kept = 0
    for (const name of names) {
      const saved = await services.people.editPerson(owner, { fairId, personId, person: person({ name }) }).then(
        () => true,
        (error: { code?: string }) => {
          expect(error.code, name).toBe('INVALID')
          return false
        },
      )
      if (!saved) continue
      kept++
      const stored = (await services.people.getPerson(owner, { fairId, personId })).name
      expect(stored).toBe(name.trim().normalize('NFC'))
    }
    expect(kept).toBeGreaterThan(names.length / 2)
  })

  it('keeps both edits’ last one whole when two save at once', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const personId = await add(owner, fairId)
    const versions = Array.from({ length: 8 }, (_, index) =>
      person({ name: `Ada ${index}`, biography: { nl: `Tekst ${index}` } }),
    )
    await Promise.all(versions.map((one) => services.people.editPerson(owner, { fairId, personId, person: one })))
    const { name, biography } = await services.people.getPerson(owner, { fairId, personId })
    expect(biography).toEqual({ nl: name.replace('Ada', 'Tekst') })
  })
})

describe('the list', () => {
  it('finds people whatever accents and case, and counts the talks of the draft', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const exhibitorId = await createExhibitor(deps.sql, fairId, null, { name: 'Café Müller' })
    const [ten, two] = [await add(owner, fairId, { name: 'Élise 10' }), await add(owner, fairId, { name: 'Elise 2' })]
    await add(owner, fairId, { name: 'Zoë', exhibitorId, email: 'z@example.org' })
    await editDraft(deps, fairId, [
      talk('t1', [ten, two]),
      talk('t2', [ten, 'nobody-any-more']),
      talk('t3', [ten], { removed: true }),
    ])
    const found = async (search?: string) =>
      (await services.people.listPeople(owner, { fairId, ...(search === undefined ? {} : { search }) })).map(
        ({ name, talks }) => [name, talks],
      )
    expect(await found()).toEqual([
      ['Elise 2', 1],
      ['Élise 10', 2],
      ['Zoë', 0],
    ])
    expect(await found('ELISE')).toHaveLength(2)
    expect(await found('muller zoe')).toEqual([['Zoë', 0]])
    expect(await found('z@example')).toHaveLength(1)
    expect(await found('%')).toEqual([])
    const { talks } = await services.people.getPerson(owner, { fairId, personId: ten })
    expect(talks).toEqual([
      { id: 't1', title: { nl: 'Sessie t1' }, kind: 'talk', state: 'idea', start: null },
      { id: 't2', title: { nl: 'Sessie t2' }, kind: 'talk', state: 'idea', start: null },
    ])
  })

  it('holds a thousand', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    await deps.sql`insert into people (id, fair_id, name, created_at)
      select ${fairId} || '-' || n, ${fairId}, 'Person ' || n, now() from generate_series(1, 1000) n`
    const started = performance.now()
    const all = await services.people.listPeople(owner, { fairId })
    expect(all).toHaveLength(1000)
    expect(all[9]?.name).toBe('Person 10')
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('accounts', () => {
  it('are linked by their address, before or after they are made, and let go with it', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const account = await createAccount(deps.sql, { name: 'Ada herself' })
    const personId = await add(owner, fairId, { email: account.email.toUpperCase() })
    const linked = () => services.people.getPerson(owner, { fairId, personId })
    expect(await linked()).toMatchObject({ accountId: account.accountId, accountName: 'Ada herself' })
    await services.people.editPerson(owner, { fairId, personId, person: person({ email: 'other@example.org' }) })
    expect((await linked()).accountId).toBeNull()
    await services.people.editPerson(owner, { fairId, personId, person: person({ email: account.email }) })
    expect((await linked()).accountId).toBe(account.accountId)
  })

  it('of the demo are not those of a real fair', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const demo = await createAccount(deps.sql, { demo: true })
    const personId = await add(owner, fairId, { email: demo.email })
    expect((await services.people.getPerson(owner, { fairId, personId })).accountId).toBeNull()
  })

  it('take their speaker, proposals, stars and sign-ups along, out and away', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const ada = await createAccount(deps.sql, { name: 'Ada' })
    const { accountId } = ada
    const personId = await add(owner, fairId, { email: ada.email, biography: { nl: 'Spreekt graag' } })
    await editDraft(deps, fairId, [talk('t1', [personId])])
    const at = deps.clock.now()
    for (const [id, state] of [
      [`p1-${fairId}`, 'submitted'],
      [`p2-${fairId}`, 'accepted'],
    ] as const)
      await deps.sql`insert into proposals (id, fair_id, account_id, title, kind, speaker_name, speaker_email, message, state,
          created_at, changed_at)
        values (${id}, ${fairId}, ${accountId}, '{"nl":"Voorstel"}', 'talk', 'Ada', ${ada.email}, 'Graag', ${state}, ${at}, ${at})`
    await deps.sql`insert into proposal_votes (proposal_id, account_id, created_at) values (${`p2-${fairId}`}, ${accountId}, ${at})`
    await deps.sql`insert into star_lists (id, fair_id, account_id, created_at, changed_at)
      values (${`s-${fairId}`}, ${fairId}, ${accountId}, ${at}, ${at})`
    await deps.sql`insert into stars (list_id, talk_id, created_at) values (${`s-${fairId}`}, 't1', ${at})`
    await deps.sql`insert into signups (id, fair_id, talk_id, account_id, state, created_at, changed_at)
      values (${`u-${fairId}`}, ${fairId}, 't1', ${accountId}, 'seated', ${at}, ${at})`

    expect(JSON.parse(JSON.stringify(await services.accounts.exportAccount(ada)))).toMatchObject({
      people: [{ name: 'Ada Peeters', biography: { nl: 'Spreekt graag' } }],
      proposals: [{ state: 'submitted', message: 'Graag' }, { state: 'accepted' }],
      votes: [{ proposal: `p2-${fairId}` }],
      stars: [{ talk: 't1' }],
      signups: [{ talk: 't1', state: 'seated' }],
    })

    await services.accounts.deleteAccount(ada)
    expect(await deps.sql`select from people where fair_id = ${fairId}`).toHaveLength(0)
    expect(
      await deps.sql`select account_id, title, speaker_name, speaker_email, message, state from proposals where fair_id = ${fairId}`,
    ).toEqual([
      {
        account_id: null,
        title: { nl: 'Voorstel' },
        speaker_name: '',
        speaker_email: '',
        message: '',
        state: 'accepted',
      },
    ])
    expect(await deps.sql`select from star_lists where fair_id = ${fairId}`).toHaveLength(0)
    expect(await deps.sql`select from signups where fair_id = ${fairId} and account_id = ${accountId}`).toHaveLength(0)
  })
})

describe('erasing', () => {
  it('leaves no trace of the name in the database; the talk keeps an id that leads nowhere', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const personId = await add(owner, fairId, { name: 'Forgetme Q7', email: 'forget.q7@example.org' })
    await editDraft(deps, fairId, [talk('t1', [personId])])
    const at = deps.clock.now()
    await deps.sql`insert into proposals (id, fair_id, title, kind, speaker_name, speaker_email, state, created_at, changed_at)
      values (${`p-${fairId}`}, ${fairId}, '{"nl":"x"}', 'talk', 'Forgetme Q7', 'forget.q7@example.org', 'accepted', ${at}, ${at})`
    await services.people.erasePerson(owner, { fairId, personId })

    await rejectedWith(services.people.getPerson(owner, { fairId, personId }), 'NOT_FOUND')
    await rejectedWith(services.people.erasePerson(owner, { fairId, personId }), 'NOT_FOUND')
    expect((await readSpeakers(deps.sql, fairId, [personId])).size).toBe(0)
    const tables = await deps.sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
    for (const { name } of tables) {
      const rows = await deps.sql`select from ${deps.sql(name)} x where x::text ilike '%forget%q7%'`
      expect(rows, name).toHaveLength(0)
    }
    const [row] = await deps.sql`select speaker_ids from talks where fair_id = ${fairId} and id = 't1'`
    expect(row?.speaker_ids).toEqual([personId])
    const audit =
      await deps.sql`select action, subject, details from audit where fair_id = ${fairId} and action like 'person.%'`
    expect(audit).toContainEqual({ action: 'person.erase', subject: personId, details: {} })
  })

  it('happens once when two press at once', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const personId = await add(owner, fairId)
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() => services.people.erasePerson(owner, { fairId, personId })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  })
})

describe('what conflicts depend on', () => {
  it('follows people and how many staff a booth, and editors are told', async () => {
    const { fairId, owner } = await createPublishedFair(deps)
    const told: unknown[] = []
    const listening = await deps.sql.listen('programme_context', (payload) => told.push(JSON.parse(payload)))
    const exhibitor = await createAccount(deps.sql)
    const exhibitorId = await createExhibitor(deps.sql, fairId, exhibitor)
    const { claim } = await services.claims.claimBooth(exhibitor, { fairId, boothId: boothId(0) })
    await services.claims.confirmClaim(owner, { fairId, claimId: claim.id })
    const personId = await add(owner, fairId, { exhibitorId, availability: [[MINUTE, MINUTE + 60]] })
    const facts = async () => (await readProgrammeContext(deps.sql, fairId)).people.get(personId)
    expect(await facts()).toMatchObject({ availability: [[MINUTE, MINUTE + 60]], soleBoothIds: [boothId(0)] })
    const profile = { name: 'Kaap', staffCount: 2 }
    await services.exhibitors.editExhibitor(exhibitor, { fairId, exhibitorId, profile })
    expect((await facts())?.soleBoothIds).toEqual([])
    expect((await services.exhibitors.getExhibitor(owner, { fairId, exhibitorId })).staffCount).toBe(2)
    for (const staffCount of [0, 1.5, 1001, Number.NaN])
      await rejectedWith(
        services.exhibitors.editExhibitor(exhibitor, { fairId, exhibitorId, profile: { ...profile, staffCount } }),
        'INVALID',
      )
    await services.people.erasePerson(owner, { fairId, personId })
    expect(await facts()).toBeUndefined()
    await expect.poll(() => told.length).toBe(3)
    expect(told).toEqual([{ fairId }, { fairId }, { fairId }])
    await listening.unlisten()
  })
})
