import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import type { MailParams } from '#server/services/mails/templates'
import type { Actor } from '#shared/access/roles'
import type { Patch, StoredFields } from '#shared/document/patch'
import type { AccountId, FairId, TalkId } from '#shared/kernel/ids'
import { waiverId } from '#shared/programme/conflicts/waivers'
import { createAccount, createExhibitor } from '#tests/factories/fair'
import { createPerson, createProgrammeFair, FIRST_MORNING, putStage, putTalk } from '#tests/factories/programmeFair'
import { boothId, editDraft, releaseNow } from '#tests/factories/publishedFair'
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

const at = (hours: number, stage = 'north', minutes = 45): StoredFields => ({
  slot: [stage, FIRST_MORNING + hours * 60, minutes],
})
const set = (id: string, fields: StoredFields) => ({ op: 'set', kind: 'talks', id, fields }) as const

/** Three talks on two stages: `one` with a speaker, `two` with two, `three` with nobody. People are named after the fair. */
async function fairWithTalks(more: Patch = []) {
  const person = (fairId: FairId, name: string) => `${name}-${fairId}`
  const fair = await createProgrammeFair(deps, async (fairId) => {
    for (const name of ['ann', 'bob', 'cleo']) await createPerson(deps, fairId, person(fairId, name), { name })
    return [
      putStage('north'),
      putStage('south', { place: [8000, 12_000, 4000, 4000, 0] }),
      putTalk('one', { ...at(1), speakerIds: [person(fairId, 'ann')] }),
      putTalk('two', { ...at(2), speakerIds: [person(fairId, 'ann'), person(fairId, 'bob')] }),
      putTalk('three', at(3)),
      ...more,
    ]
  })
  await deps.sql`delete from outbox where fair_id = ${fair.fairId}`
  return { ...fair, person: (name: string) => person(fair.fairId, name) }
}

async function star(fairId: FairId, { accountId }: Actor, ...talkIds: string[]) {
  const listId = `list-${accountId}`
  await deps.sql`insert into star_lists (id, fair_id, account_id, created_at, changed_at)
    values (${listId}, ${fairId}, ${accountId}, now(), now())`
  for (const id of talkIds)
    await deps.sql`insert into stars (list_id, talk_id, created_at) values (${listId}, ${id}, now())`
}

async function signUp(fairId: FairId, { accountId }: Actor, talkId: string, state: 'seated' | 'waiting' | 'cancelled') {
  await deps.sql`insert into signups (id, fair_id, talk_id, account_id, state, created_at, changed_at)
    values (${`${talkId}-${accountId}`}, ${fairId}, ${talkId}, ${accountId}, ${state}, now(), now())`
}

interface OutboxMail {
  name: string
  email: string
  language: string
  demo: boolean
  due: boolean
  params: MailParams['releaseChanged']
}
const mailsOf = (fairId: FairId) => deps.sql<OutboxMail[]>`
  select recipient_name as name, recipient_email as email, language, demo, due_at is not null as due, params
  from outbox where fair_id = ${fairId} and template = 'releaseChanged' order by recipient_name`
const told = async (fairId: FairId) =>
  Object.fromEntries(
    (await mailsOf(fairId)).map(({ name, params }) => [
      name,
      Object.fromEntries(params.talks.map(({ talkId, changes }) => [talkId, changes.join(' ')])),
    ]),
  )
const sequences = async (actor: Actor, fairId: FairId) => {
  const release = await services.releases.latestRelease(actor, { fairId })
  return Object.fromEntries([...(release?.programme.history ?? [])].map(([id, { sequence }]) => [id, sequence]))
}

describe('a release of the programme', () => {
  it('shows what changes, what stays behind and what is wrong, and asks for what is wrong alone', async () => {
    const { fairId, owner, person } = await fairWithTalks([
      putTalk('later', { state: 'idea', ...at(1) }),
      putTalk('asked', { state: 'invited', ...at(2, 'south') }),
      putTalk('blocked', { kind: 'blocker', ...at(6) }),
    ])
    await editDraft(deps, fairId, [
      set('one', at(1, 'south')),
      set('three', { state: 'cancelled' }),
      putTalk('four', { ...at(1.5, 'south'), speakerIds: [person('ann')] }),
    ])
    const preview = await services.releases.releasePreview(owner, { fairId })
    expect(preview.talkChanges.map(({ id, changes }) => [id, changes])).toEqual([
      ['one', ['moved']],
      ['four', ['new']],
      ['three', ['cancelled']],
    ])
    expect(preview.staying.map(({ id }) => id).sort()).toEqual(['asked', 'later'])
    const { open, staying } = preview.conflicts
    expect(new Set(open.map(({ rule }) => rule))).toEqual(new Set(['stageDouble', 'speakerDouble']))
    expect(open.every(({ slots }) => !slots.includes('later') && !slots.includes('asked'))).toBe(true)
    expect(staying.some(({ slots }) => slots.includes('later') || slots.includes('asked'))).toBe(true)
  })

  it('needs open errors of confirmed talks to be seen, not warnings, nor those that are waived', async () => {
    const { fairId, owner } = await fairWithTalks()
    await deps.sql`update fairs set opening_hours = ${deps.sql.json([{ day: '2027-03-12', opens: '08:00', closes: '20:00' }])}
      where id = ${fairId}`
    const clash = await editDraft(deps, fairId, [set('three', at(2.5)), set('two', { needs: ['projector'] })])
    const publish = (expectedPosition: number) => services.releases.publishRelease(owner, { fairId, expectedPosition })
    const error = await rejectedWith(publish(clash), 'INVALID')
    expect(error.fields).toMatchObject([{ path: 'confirmed' }])
    const { conflicts } = await services.releases.releasePreview(owner, { fairId })
    expect(conflicts.open.map(({ rule }) => rule)).toEqual(['stageDouble'])
    expect(conflicts.warnings.map(({ rule }) => rule)).toContain('missingEquipment')
    const key = conflicts.open[0]!.key
    const waiver = { conflict: key, reason: 'Samen op het podium', accountId: owner.accountId, at: 1 }
    const waived = await editDraft(deps, fairId, [{ op: 'put', kind: 'waivers', id: waiverId(key), fields: waiver }])
    const after = (await services.releases.releasePreview(owner, { fairId })).conflicts
    expect(after.open).toEqual([])
    expect(after.waived).toMatchObject([{ conflict: { key }, reason: 'Samen op het podium', by: 'Olga Owner' }])
    expect((await publish(waived)).number).toBe(3)
  })

  it('keeps cancelled talks as cancelled, and a second release changes nothing about them', async () => {
    const { fairId, owner } = await fairWithTalks()
    await editDraft(deps, fairId, [set('one', { state: 'cancelled' })])
    await releaseNow(deps, owner, fairId)
    await releaseNow(deps, owner, fairId)
    const release = await services.releases.latestRelease(owner, { fairId })
    expect(release?.programme.talks.get('one' as TalkId)?.state).toBe('cancelled')
    expect(await sequences(owner, fairId)).toEqual({ one: 1, two: 0, three: 0 })
    expect(await told(fairId)).toEqual({ ann: { one: 'cancelled' } })
  })

  it('counts on over talks that come back, text that a database cannot hold, and fields in another order', async () => {
    const { fairId, owner } = await fairWithTalks([
      putTalk('odd', { title: { nl: 'a\u0000b' }, carried: { zz: 1, a: { y: 1, xx: 2 } } }),
    ])
    await releaseNow(deps, owner, fairId)
    expect(await sequences(owner, fairId)).toMatchObject({ odd: 0, one: 0 })
    await editDraft(deps, fairId, [set('one', { state: 'idea' })])
    await releaseNow(deps, owner, fairId)
    await releaseNow(deps, owner, fairId)
    await editDraft(deps, fairId, [set('one', { state: 'confirmed' })])
    await releaseNow(deps, owner, fairId)
    expect(await sequences(owner, fairId)).toMatchObject({ odd: 0, one: 2 })
  })

  it('withdrawn: the one before is back, and calendars never go backwards', async () => {
    const { fairId, owner } = await fairWithTalks()
    await editDraft(deps, fairId, [set('one', at(5)), set('two', { removed: true })])
    expect(await releaseNow(deps, owner, fairId)).toBe(3)
    expect(await sequences(owner, fairId)).toEqual({ one: 1, two: 1, three: 0 })
    await services.releases.withdrawRelease(owner, { fairId, number: 3 })
    const back = await services.releases.latestRelease(owner, { fairId })
    expect(back?.number).toBe(2)
    expect(back?.programme.talks.get('one' as TalkId)?.slot?.[1]).toBe(FIRST_MORNING + 60)
    expect(await sequences(owner, fairId)).toEqual({ one: 2, two: 2, three: 0 })
    await releaseNow(deps, owner, fairId)
    expect(await sequences(owner, fairId)).toEqual({ one: 3, two: 3, three: 0 })
    await services.releases.withdrawRelease(owner, { fairId, number: 4 })
    expect(await sequences(owner, fairId)).toEqual({ one: 4, two: 4, three: 0 })
    // Release 1 has no talks: they go once more.
    await services.releases.withdrawRelease(owner, { fairId, number: 2 })
    await services.releases.withdrawRelease(owner, { fairId, number: 1 })
    await releaseNow(deps, owner, fairId)
    expect(await sequences(owner, fairId)).toMatchObject({ one: 6, three: 2 })
  })

  it('by two at once is one release, with its mails once', async () => {
    const { fairId, owner } = await fairWithTalks()
    const position = await editDraft(deps, fairId, [set('one', at(5))])
    const input = { fairId, expectedPosition: position, expectedNumber: 3, confirmed: true }
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => services.releases.publishRelease(owner, input)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(await mailsOf(fairId)).toHaveLength(1)
    expect(await sequences(owner, fairId)).toMatchObject({ one: 1 })
  })
})

describe('those who are told', () => {
  it('are exactly those concerned, once each, with everything that changes for them', async () => {
    const { fairId, owner, person } = await fairWithTalks()
    const [starred, seated, waiting, gaveUp, elsewhere] = await Promise.all(
      ['Starred', 'Seated', 'Waiting', 'Gave up', 'Elsewhere'].map((name) =>
        createAccount(deps.sql, { name, language: 'fr' }),
      ),
    )
    await star(fairId, starred!, 'one', 'two')
    await star(fairId, elsewhere!, 'three')
    await signUp(fairId, seated!, 'one', 'seated')
    await signUp(fairId, waiting!, 'two', 'waiting')
    await signUp(fairId, gaveUp!, 'one', 'cancelled')
    await deps.sql`insert into star_lists (id, fair_id, feed_token, created_at, changed_at)
      values (${`anonymous-${fairId}`}, ${fairId}, ${`token-${fairId}`}, now(), now())`
    await deps.sql`insert into stars (list_id, talk_id, created_at) values (${`anonymous-${fairId}`}, 'one', now())`
    await editDraft(deps, fairId, [
      set('one', at(5, 'south')),
      set('two', { state: 'cancelled' }),
      set('three', { title: { nl: 'Anders' }, abstract: { nl: 'Nieuwe tekst' }, audience: 9 }),
      putTalk('four', { ...at(6), speakerIds: [person('cleo')] }),
    ])
    const preview = await services.releases.releasePreview(owner, { fairId })
    expect(preview.people.people).toHaveLength(6)
    const number = await releaseNow(deps, owner, fairId)
    expect(number).toBe(3)
    expect(await told(fairId)).toEqual({
      ann: { one: 'moved retimed', two: 'cancelled' },
      bob: { two: 'cancelled' },
      cleo: { four: 'new' },
      Seated: { one: 'moved retimed' },
      Starred: { one: 'moved retimed', two: 'cancelled' },
      Waiting: { two: 'cancelled' },
    })
    const mails = await mailsOf(fairId)
    expect(mails.every(({ due }) => !due)).toBe(true)
    expect(mails.find(({ name }) => name === 'Starred')?.params.talks[0]).toMatchObject({
      title: 'Sessie one',
      before: [{ stage: 'Salle north', start: FIRST_MORNING + 60, end: FIRST_MORNING + 105 }],
      after: [{ stage: 'Salle south', start: FIRST_MORNING + 300, end: FIRST_MORNING + 345 }],
    })
    const waitingMails = await services.releases.listReleaseMails(owner, { fairId })
    expect(waitingMails).toMatchObject({ count: 6, visitors: 3 })
    expect(waitingMails.mails.map(({ recipientName }) => recipientName).sort()).toEqual(['ann', 'bob', 'cleo'])
  })

  it('get one mail as speaker, visitor and exhibitor together', async () => {
    const { fairId, owner, person } = await fairWithTalks()
    const ann = await createAccount(deps.sql, {
      name: 'Ann Account',
      language: 'en',
      email: `${person('ann')}@secret.example`,
    })
    await star(fairId, ann, 'one', 'three')
    await createExhibitor(deps.sql, fairId, ann, { name: 'Kollektief Ann' })
    await services.claims.claimBooth(ann, { fairId, boothId: boothId(0) })
    await editDraft(deps, fairId, [
      set('one', at(5)),
      set('three', at(6)),
      { op: 'set', kind: 'booths', id: boothId(0), fields: { number: 'Z1' } },
    ])
    await releaseNow(deps, owner, fairId)
    const mails = await mailsOf(fairId)
    expect(mails).toMatchObject([
      {
        name: 'Ann Account',
        language: 'en',
        params: { booths: [{ exhibitor: 'Kollektief Ann', booth: 'Z1', before: 'A1' }], visitor: false },
      },
    ])
    expect(await told(fairId)).toEqual({ 'Ann Account': { one: 'retimed', three: 'retimed' } })
  })

  it('of a talk that gets or loses a speaker: that speaker alone', async () => {
    const { fairId, owner, person } = await fairWithTalks()
    const visitor = await createAccount(deps.sql, { name: 'Visitor' })
    await star(fairId, visitor, 'one')
    await editDraft(deps, fairId, [set('one', { speakerIds: [person('cleo')] })])
    await releaseNow(deps, owner, fairId)
    expect(await told(fairId)).toEqual({ ann: { one: 'left' }, cleo: { one: 'joined' } })
    const calendars = (await mailsOf(fairId)).map(({ name, params }) => [name, params.calendar?.talkIds ?? null])
    expect(calendars).toEqual([
      ['ann', null],
      ['cleo', ['one']],
    ])
  })

  it('of a talk that goes and comes back: whoever kept it', async () => {
    const { fairId, owner } = await fairWithTalks()
    const visitor = await createAccount(deps.sql, { name: 'Visitor' })
    await star(fairId, visitor, 'three')
    await editDraft(deps, fairId, [set('three', { removed: true })])
    await releaseNow(deps, owner, fairId)
    expect(await told(fairId)).toEqual({ Visitor: { three: 'gone' } })
    await deps.sql`delete from outbox where fair_id = ${fairId}`
    await editDraft(deps, fairId, [set('three', { removed: false })])
    await releaseNow(deps, owner, fairId)
    expect(await told(fairId)).toEqual({ Visitor: { three: 'restored' } })
    await deps.sql`delete from outbox where fair_id = ${fairId}`
    await editDraft(deps, fairId, [set('three', { state: 'cancelled' })])
    await releaseNow(deps, owner, fairId)
    await editDraft(deps, fairId, [set('three', at(7))])
    await releaseNow(deps, owner, fairId)
    expect(await told(fairId)).toEqual({ Visitor: { three: 'cancelled' } })
  })

  it('are named when no mail can reach them, and are demo persons in a demo fair', async () => {
    const { fairId, owner, person } = await fairWithTalks()
    await deps.sql`update people set email = '' where id = ${person('ann')}`
    await editDraft(deps, fairId, [set('two', at(6))])
    const { people } = await services.releases.releasePreview(owner, { fairId })
    expect(people.unreachable).toEqual([{ personId: person('ann'), name: 'ann', talkIds: ['two'] }])
    expect(people.people.map(({ to }) => [to.name, to.demo])).toEqual([['bob', false]])
    await deps.sql`update fairs set demo = true where id = ${fairId}`
    const demo = await services.releases.releasePreview(owner, { fairId })
    expect(demo.people.people.map(({ to }) => to.demo)).toEqual([true])
  })
})

describe('seats', () => {
  it('that a release adds go to those who wait, in their order; a cancelled talk seats nobody', async () => {
    const { fairId, owner } = await fairWithTalks([putTalk('small', { ...at(8), seats: 1 })])
    const people: (Actor & { accountId: AccountId })[] = []
    for (let n = 0; n < 4; n++) {
      const actor = await createAccount(deps.sql, { name: `Visitor ${n}` })
      await signUp(fairId, actor, 'small', n === 0 ? 'seated' : 'waiting')
      people.push(actor)
    }
    const states = async () =>
      (await deps.sql<{ state: string }[]>`select state from signups where fair_id = ${fairId} order by place`).map(
        ({ state }) => state,
      )
    await editDraft(deps, fairId, [set('small', { seats: 3 })])
    expect(await states()).toEqual(['seated', 'waiting', 'waiting', 'waiting'])
    await releaseNow(deps, owner, fairId)
    expect(await states()).toEqual(['seated', 'seated', 'seated', 'waiting'])
    await editDraft(deps, fairId, [set('small', { seats: 9, state: 'cancelled' })])
    await releaseNow(deps, owner, fairId)
    expect(await states()).toEqual(['seated', 'seated', 'seated', 'waiting'])
    await services.releases.withdrawRelease(owner, { fairId, number: 4 })
    expect(await states()).toEqual(['seated', 'seated', 'seated', 'waiting'])
    await editDraft(deps, fairId, [set('small', { state: 'confirmed' })])
    await releaseNow(deps, owner, fairId)
    expect(await states()).toEqual(['seated', 'seated', 'seated', 'seated'])
  })
})
