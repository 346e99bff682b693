import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServices, type Services } from '#server/services'
import { queueMail } from '#server/services/mails/queueMail'
import { visitor } from '#shared/access/roles'
import { createAccount, createExhibitor, createFair, createMember } from '#tests/factories/fair'
import { rejectedWith } from '#tests/helpers/reject'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let services: Services
beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
  services = createServices(deps)
})
afterAll(() => database.drop())

test('name and language change; nonsense does not', async () => {
  const ada = await createAccount(database.sql)
  await services.accounts.updateAccount(ada, { name: '  Ada L.  ', language: 'fr' })
  expect(await services.accounts.getAccount(ada)).toMatchObject({ name: 'Ada L.', language: 'fr', email: ada.email })
  for (const wrong of [
    { name: '', language: 'nl' },
    { name: '\u200b', language: 'nl' },
    { name: 'x'.repeat(101), language: 'nl' },
    { name: 'x\u0000', language: 'nl' },
    { name: 'Ada', language: 'de' },
  ]) {
    await rejectedWith(services.accounts.updateAccount(ada, wrong), 'INVALID')
  }
  await rejectedWith(services.accounts.updateAccount(visitor('nl'), { name: 'x', language: 'nl' }), 'NOT_SIGNED_IN')
})

test('signing out ends this session, signing out everywhere all of them, and sockets are told', async () => {
  const told: unknown[] = []
  const listening = await database.sql.listen('access_changed', (payload) => told.push(JSON.parse(payload)))
  const ada = await createAccount(database.sql)
  const bob = await createAccount(database.sql)
  const [first, second, third] = [
    await services.accounts.openSession(ada.accountId),
    await services.accounts.openSession(ada.accountId),
    await services.accounts.openSession(bob.accountId),
  ]
  await services.accounts.closeSession(first)
  expect(await services.accounts.readSession(first)).toBeNull()
  expect(await services.accounts.readSession(second)).not.toBeNull()
  expect((await services.accounts.getAccount(ada)).sessions).toBe(1)
  await services.accounts.signOutEverywhere(ada)
  expect(await services.accounts.readSession(second)).toBeNull()
  expect(await services.accounts.readSession(third)).not.toBeNull()
  await expect
    .poll(() => told)
    .toEqual([
      { accountId: ada.accountId, fairId: null },
      { accountId: ada.accountId, fairId: null },
    ])
  await listening.unlisten()
})

test('a session is over after sixty days', async () => {
  const ada = await createAccount(database.sql)
  const token = await services.accounts.openSession(ada.accountId)
  const later = testDeps(database.sql)
  later.clock.advance(60 * 86_400_000 - 1)
  expect(await createServices(later).accounts.readSession(token)).not.toBeNull()
  later.clock.advance(1)
  expect(await createServices(later).accounts.readSession(token)).toBeNull()
})

test('a deleted account leaves no session, role, mail or contact behind, and its fair keeps its exhibitor', async () => {
  const fairId = await createFair(database.sql)
  const owner = await createAccount(database.sql)
  const ada = await createAccount(database.sql, { email: 'ada.gone@example.org' })
  await createMember(database.sql, fairId, owner, 'owner')
  await createMember(database.sql, fairId, ada)
  const exhibitorId = await createExhibitor(database.sql, fairId, ada)
  await database.sql`update exhibitors set contact_name = 'Ada', contact_email = ${ada.email} where id = ${exhibitorId}`
  const token = await services.accounts.openSession(ada.accountId)
  await queueMail(database.sql, {
    fairId: null,
    to: { ...ada },
    template: 'signInLink',
    params: { path: '/nl', minutes: 15 },
    at: deps.clock.now(),
  })

  await services.accounts.deleteAccount(ada)

  expect(await services.accounts.readSession(token)).toBeNull()
  expect((await services.team.listTeam(owner, { fairId })).members.map((member) => member.accountId)).toEqual([
    owner.accountId,
  ])
  expect(await database.sql`select from outbox where recipient_email = ${ada.email}`).toHaveLength(0)
  expect(
    await database.sql`select name, contact_name, contact_email from exhibitors where id = ${exhibitorId}`,
  ).toEqual([{ name: 'Kollektief Kaap', contact_name: '', contact_email: '' }])
  await rejectedWith(services.accounts.getAccount(ada), 'NOT_SIGNED_IN')
  await services.accounts.deleteAccount(ada)
})

test('the last owner of a fair stays, unless the fair is archived', async () => {
  const ada = await createAccount(database.sql)
  const active = await createFair(database.sql, { name: { nl: 'Actief' } })
  const archived = await createFair(database.sql, { archivedAt: new Date() })
  for (const fairId of [active, archived]) await createMember(database.sql, fairId, ada, 'owner')
  const error = await rejectedWith(services.accounts.deleteAccount(ada), 'LAST_OWNER')
  expect(error.params.fairs).toEqual([{ nl: 'Actief' }])
  const bob = await createAccount(database.sql)
  await createMember(database.sql, active, bob, 'owner')
  await services.accounts.deleteAccount(ada)
})

test('two last owners cannot both delete themselves at once', async () => {
  const fairId = await createFair(database.sql)
  const owners = [await createAccount(database.sql), await createAccount(database.sql)]
  for (const owner of owners) await createMember(database.sql, fairId, owner, 'owner')
  const outcomes = await Promise.allSettled(owners.map((owner) => services.accounts.deleteAccount(owner)))
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await database.sql`select from memberships where fair_id = ${fairId} and role = 'owner'`).toHaveLength(1)
})

test('everything kept about a person can be had as JSON, and nothing about others', async () => {
  const fairId = await createFair(database.sql, { slug: 'export-fair' })
  const ada = await createAccount(database.sql)
  const bob = await createAccount(database.sql)
  await createMember(database.sql, fairId, ada, 'owner')
  await createExhibitor(database.sql, fairId, ada)
  await createExhibitor(database.sql, fairId, bob, { name: 'Bob & Co' })
  const all = JSON.parse(JSON.stringify(await services.accounts.exportAccount(ada)))
  expect(all).toMatchObject({
    account: { email: ada.email },
    organises: [{ fair: 'export-fair', role: 'owner' }],
    exhibitors: [{ name: 'Kollektief Kaap' }],
  })
  expect(JSON.stringify(all)).not.toContain('Bob')
})
