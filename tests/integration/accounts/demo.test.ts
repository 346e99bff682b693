import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServices, type Services } from '#server/services'
import { createAccount, createFair, createMember } from '#tests/factories/fair'
import { newFair } from '#tests/factories/newFair'
import { rejectedWith } from '#tests/helpers/reject'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let services: Services
beforeAll(async () => {
  database = await createTestDatabase()
  services = createServices(testDeps(database.sql))
})
afterAll(() => database.drop())

const enter = (role: unknown, n: unknown) => services.accounts.enterDemo({ role, n, language: 'nl' })

test('a demo person is made when first entered, the same one every time', async () => {
  const first = await enter('exhibitor', '7')
  const again = await enter('exhibitor', 7)
  expect(again.actor).toEqual(first.actor)
  expect(first.actor).toMatchObject({ accountId: 'demo-exhibitor-7', demo: true })
  expect(await services.accounts.readSession(first.sessionToken)).not.toBeNull()
  expect((await services.accounts.getAccount(first.actor)).email).toBe('demo-exhibitor-7@demo.invalid')
})

test('many at once make one person', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => enter('organiser', 19)))
  expect(new Set(all.map((one) => one.sessionToken)).size).toBe(10)
})

test.each([
  ['owner', 1],
  ['organiser', 0],
  ['organiser', 21],
  ['organiser', 1.5],
  ['organiser', 'x'],
  [null, 1],
  ['organiser', null],
  ['organiser', ['1', '2']],
])('nobody is %j %j', async (role, n) => {
  await rejectedWith(enter(role, n), 'INVALID')
})

test('an organiser made on demand organises the demo fairs and nothing else', async () => {
  const demoFair = await createFair(database.sql, { demo: true })
  const realFair = await createFair(database.sql)
  const { actor } = await enter('organiser', 5)
  await services.fairs.getFair(actor, { fairId: demoFair })
  await rejectedWith(services.fairs.getFair(actor, { fairId: realFair }), 'NOT_FOUND')
  expect((await services.fairs.listMyFairs(actor)).map((fair) => fair.id)).toEqual([demoFair])
})

test('even as a member, or with an invitation, a demo person enters no other fair, and makes none', async () => {
  const fairId = await createFair(database.sql)
  const owner = await createAccount(database.sql)
  await createMember(database.sql, fairId, owner, 'owner')
  const { actor } = await enter('organiser', 6)
  const { path } = await services.team.createInvitation(owner, { fairId, role: 'organiser' })
  const token = path.split('/').at(-1)!
  const accept = services.team.acceptInvitation(actor, { token, exhibitor: { name: '', kind: '' } })
  await rejectedWith(accept, 'FORBIDDEN')
  await createMember(database.sql, fairId, actor, 'owner')
  await expect(services.fairs.getFair(actor, { fairId })).rejects.toMatchObject({
    code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
  })
  await rejectedWith(services.fairs.createFair(actor, newFair.input()), 'FORBIDDEN')
  await rejectedWith(services.accounts.deleteAccount(actor), 'FORBIDDEN')
  await rejectedWith(services.accounts.updateAccount(actor, { name: 'Me', language: 'nl' }), 'FORBIDDEN')
})

test('outside demo mode nobody enters, and sessions of demo persons are worth nothing', async () => {
  const { sessionToken } = await enter('organiser', 1)
  const serious = createServices(testDeps(database.sql, { demo: false }))
  await rejectedWith(serious.accounts.enterDemo({ role: 'organiser', n: 1, language: 'nl' }), 'NOT_FOUND')
  expect(await serious.accounts.readSession(sessionToken)).toBeNull()
})
