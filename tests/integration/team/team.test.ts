import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServices, type Services } from '#server/services'
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

const NO_EXHIBITOR = { name: '', kind: '' }
const tokenOf = ({ path }: { path: string }) => path.split('/').at(-1)!

async function setUp(owners = 1) {
  const fairId = await createFair(database.sql, { name: { nl: 'Ploegbeurs' } })
  const people = []
  for (let i = 0; i < owners; i++) {
    const person = await createAccount(database.sql, { name: `Owner ${i}` })
    await createMember(database.sql, fairId, person, 'owner')
    people.push(person)
  }
  return { fairId, owner: people[0]!, owners: people }
}

test('an invitation says who invites to what, and makes one organiser, once', async () => {
  const { fairId, owner } = await setUp()
  const token = tokenOf(
    await services.team.createInvitation(owner, { fairId, role: 'organiser', note: 'Welkom!\r\nTot dan' }),
  )
  const view = await services.team.readInvitation(visitor('nl'), { token })
  expect(view).toMatchObject({
    fairName: { nl: 'Ploegbeurs' },
    role: 'organiser',
    invitedBy: 'Owner 0',
    note: 'Welkom!\nTot dan',
  })

  await rejectedWith(services.team.acceptInvitation(visitor('nl'), { token, exhibitor: NO_EXHIBITOR }), 'NOT_SIGNED_IN')
  const ada = await createAccount(database.sql)
  const accepted = await services.team.acceptInvitation(ada, { token, exhibitor: NO_EXHIBITOR })
  expect(accepted).toMatchObject({ fairId, role: 'organiser' })
  expect((await services.fairs.getFair(ada, { fairId })).role).toBe('organiser')

  expect(await services.team.acceptInvitation(ada, { token, exhibitor: NO_EXHIBITOR })).toEqual(accepted)
  expect(await services.team.readInvitation(ada, { token })).toEqual({ accepted: true, ...accepted })
  const bob = await createAccount(database.sql)
  await rejectedWith(services.team.acceptInvitation(bob, { token, exhibitor: NO_EXHIBITOR }), 'LINK_USED')
  await rejectedWith(services.team.readInvitation(bob, { token }), 'LINK_USED')
})

test('ten people at once with one link: one becomes organiser', async () => {
  const { fairId, owner } = await setUp()
  const token = tokenOf(await services.team.createInvitation(owner, { fairId, role: 'organiser' }))
  const people = await Promise.all(Array.from({ length: 10 }, () => createAccount(database.sql)))
  const outcomes = await Promise.allSettled(
    people.map((person) => services.team.acceptInvitation(person, { token, exhibitor: NO_EXHIBITOR })),
  )
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  expect((await services.team.listTeam(owner, { fairId })).members).toHaveLength(2)
})

test('an owner who follows an organiser link stays owner', async () => {
  const { fairId, owner } = await setUp()
  const token = tokenOf(await services.team.createInvitation(owner, { fairId, role: 'organiser' }))
  await services.team.acceptInvitation(owner, { token, exhibitor: NO_EXHIBITOR })
  expect((await services.fairs.getFair(owner, { fairId })).role).toBe('owner')
})

test('over after fourteen days, revoked, archived meanwhile, never there', async () => {
  const { fairId, owner } = await setUp()
  const ada = await createAccount(database.sql)
  const accept = (token: string, with_ = services) =>
    with_.team.acceptInvitation(ada, { token, exhibitor: NO_EXHIBITOR })

  const old = tokenOf(await services.team.createInvitation(owner, { fairId, role: 'organiser' }))
  const later = testDeps(database.sql)
  later.clock.advance(14 * 86_400_000)
  await rejectedWith(accept(old, createServices(later)), 'LINK_EXPIRED')

  const revoked = await services.team.createInvitation(owner, { fairId, role: 'organiser' })
  await services.team.revokeInvitation(owner, { fairId, invitationId: revoked.id })
  await services.team.revokeInvitation(owner, { fairId, invitationId: revoked.id })
  await rejectedWith(accept(tokenOf(revoked)), 'LINK_EXPIRED')
  await rejectedWith(services.team.readInvitation(ada, { token: tokenOf(revoked) }), 'LINK_EXPIRED')

  await rejectedWith(accept('no-such-token'), 'LINK_EXPIRED')
  expect((await services.team.listTeam(owner, { fairId })).invitations).toHaveLength(1)

  await services.fairs.archiveFair(owner, { fairId })
  await rejectedWith(accept(old), 'FAIR_ARCHIVED')
  await rejectedWith(services.team.readInvitation(visitor('nl'), { token: old }), 'FAIR_ARCHIVED')
  await services.fairs.unarchiveFair(owner, { fairId })
  await accept(old)
  await rejectedWith(services.team.revokeInvitation(owner, { fairId, invitationId: 'none' }), 'NOT_FOUND')
})

test('an exhibitor link enters a new exhibitor, or lets somebody act for one that is there', async () => {
  const { fairId, owner } = await setUp()
  const ada = await createAccount(database.sql)
  const open = tokenOf(await services.team.createInvitation(owner, { fairId, role: 'exhibitor' }))
  const nameless = services.team.acceptInvitation(ada, { token: open, exhibitor: NO_EXHIBITOR })
  expect((await rejectedWith(nameless, 'INVALID')).fields.map((field) => field.path)).toEqual([
    'exhibitor.name',
    'exhibitor.kind',
  ])
  await services.team.acceptInvitation(ada, { token: open, exhibitor: { name: 'Atelier Ada', kind: 'member' } })

  const exhibitorId = await createExhibitor(database.sql, fairId)
  const bound = tokenOf(await services.team.createInvitation(owner, { fairId, role: 'exhibitor', exhibitorId }))
  expect(await services.team.readInvitation(visitor('nl'), { token: bound })).toMatchObject({
    exhibitorName: 'Kollektief Kaap',
  })
  await services.team.acceptInvitation(ada, { token: bound, exhibitor: NO_EXHIBITOR })
  const [mine] = await services.fairs.listMyFairs(ada)
  expect(mine).toMatchObject({ role: 'exhibitor', exhibitors: ['Atelier Ada', 'Kollektief Kaap'] })
})

test('invitations for exhibitors of another fair, or organisers with an exhibitor, are refused', async () => {
  const { fairId, owner } = await setUp()
  const elsewhere = await createExhibitor(database.sql, await createFair(database.sql))
  const here = await createExhibitor(database.sql, fairId)
  await rejectedWith(
    services.team.createInvitation(owner, { fairId, role: 'exhibitor', exhibitorId: elsewhere }),
    'NOT_FOUND',
  )
  await rejectedWith(
    services.team.createInvitation(owner, { fairId, role: 'organiser', exhibitorId: here }),
    'NOT_FOUND',
  )
  await rejectedWith(services.team.createInvitation(owner, { fairId, role: 'organiser', email: 'nobody' }), 'INVALID')
})

test('an invitation by mail waits in the outbox, in the language of whoever gets it', async () => {
  const { fairId, owner } = await setUp()
  const ada = await createAccount(database.sql, { language: 'fr', email: 'ada.mail@example.org' })
  const invitation = await services.team.createInvitation(owner, {
    fairId,
    role: 'organiser',
    email: ' Ada.Mail@example.org',
  })
  expect(invitation.mailedTo).toBe(ada.email)
  const [mail] = await database.sql`select language, demo, params from outbox where recipient_email = ${ada.email}`
  expect(mail).toMatchObject({
    language: 'fr',
    demo: false,
    params: { fair: 'Ploegbeurs', path: `/fr/invitations/${tokenOf(invitation)}` },
  })
})

test('organisers invite exhibitors, owners invite organisers, exhibitors and strangers nobody', async () => {
  const { fairId, owner } = await setUp()
  const organiser = await createAccount(database.sql)
  await createMember(database.sql, fairId, organiser)
  const exhibitor = await createAccount(database.sql)
  await createExhibitor(database.sql, fairId, exhibitor)
  const stranger = await createAccount(database.sql)
  await services.team.createInvitation(organiser, { fairId, role: 'exhibitor' })
  const theirs = await services.team.createInvitation(owner, { fairId, role: 'organiser' })
  await rejectedWith(services.team.createInvitation(organiser, { fairId, role: 'organiser' }), 'FORBIDDEN')
  await rejectedWith(services.team.revokeInvitation(organiser, { fairId, invitationId: theirs.id }), 'FORBIDDEN')
  await rejectedWith(services.team.createInvitation(exhibitor, { fairId, role: 'exhibitor' }), 'FORBIDDEN')
  await rejectedWith(services.team.listTeam(stranger, { fairId }), 'NOT_FOUND')
  await rejectedWith(
    services.team.changeRole(organiser, { fairId, accountId: organiser.accountId, role: 'owner' }),
    'FORBIDDEN',
  )
  await rejectedWith(services.team.removeMember(organiser, { fairId, accountId: owner.accountId }), 'FORBIDDEN')
  await rejectedWith(
    services.team.changeRole(owner, { fairId, accountId: stranger.accountId, role: 'owner' }),
    'NOT_FOUND',
  )
  await rejectedWith(
    services.team.changeRole(owner, { fairId, accountId: organiser.accountId, role: 'king' }),
    'INVALID',
  )
})

test('a removed member is out at once, and sockets are told', async () => {
  const { fairId, owner } = await setUp()
  const told: unknown[] = []
  const listening = await database.sql.listen('access_changed', (payload) => told.push(JSON.parse(payload)))
  const organiser = await createAccount(database.sql)
  await createMember(database.sql, fairId, organiser)
  await services.team.removeMember(owner, { fairId, accountId: organiser.accountId })
  await rejectedWith(services.fairs.getFair(organiser, { fairId }), 'NOT_FOUND')
  await rejectedWith(services.team.removeMember(owner, { fairId, accountId: organiser.accountId }), 'NOT_FOUND')
  await expect.poll(() => told).toEqual([{ accountId: organiser.accountId, fairId }])
  await listening.unlisten()
})

test('the last owner neither leaves, nor steps down, nor is removed; everyone else may leave', async () => {
  const { fairId, owner } = await setUp()
  const organiser = await createAccount(database.sql)
  await createMember(database.sql, fairId, organiser)
  const self = { fairId, accountId: owner.accountId }
  await rejectedWith(services.team.removeMember(owner, self), 'LAST_OWNER')
  await rejectedWith(services.team.changeRole(owner, { ...self, role: 'organiser' }), 'LAST_OWNER')
  await services.team.changeRole(owner, { ...self, role: 'owner' })
  await services.team.changeRole(owner, { fairId, accountId: organiser.accountId, role: 'owner' })
  await services.team.removeMember(owner, self)
  await rejectedWith(services.team.removeMember(organiser, { fairId, accountId: organiser.accountId }), 'LAST_OWNER')
})

test('two owners who remove each other at once: one of them remains', async () => {
  for (let round = 0; round < 10; round++) {
    const { fairId, owners } = await setUp(2)
    const [one, two] = owners as [(typeof owners)[0], (typeof owners)[0]]
    const outcomes = await Promise.allSettled([
      services.team.removeMember(one!, { fairId, accountId: two!.accountId }),
      services.team.removeMember(two!, { fairId, accountId: one!.accountId }),
    ])
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await database.sql`select from memberships where fair_id = ${fairId}`).toHaveLength(1)
  }
})

test('of two owners who remove each other at once the first wins, also where a third would remain', async () => {
  for (let round = 0; round < 10; round++) {
    const { fairId, owners } = await setUp(3)
    const [one, two] = [owners[0]!, owners[1]!]
    const outcomes = await Promise.allSettled([
      services.team.removeMember(one, { fairId, accountId: two.accountId }),
      services.team.removeMember(two, { fairId, accountId: one.accountId }),
    ])
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await database.sql`select from memberships where fair_id = ${fairId}`).toHaveLength(2)
  }
})

test('five owners who leave and step down at once: one of them remains', async () => {
  const { fairId, owners } = await setUp(5)
  await Promise.allSettled(
    owners.map((owner, index) =>
      index % 2 === 0
        ? services.team.removeMember(owner, { fairId, accountId: owner.accountId })
        : services.team.changeRole(owner, { fairId, accountId: owner.accountId, role: 'organiser' }),
    ),
  )
  expect(await database.sql`select from memberships where fair_id = ${fairId} and role = 'owner'`).toHaveLength(1)
})

test('one person’s invitations by mail have an end, in however many fairs', async () => {
  const { fairId, owner, owners } = await setUp(2)
  const other = await createFair(database.sql)
  await createMember(database.sql, other, owner, 'owner')
  const invite = (actor: typeof owner, fair: typeof fairId) =>
    services.team.createInvitation(actor, { fairId: fair, role: 'organiser', email: 'someone@example.org' })
  await invite(owner, fairId)
  await database.sql`update rate_limits set hits = 500 where key like 'invitation-mails:%'`
  await rejectedWith(invite(owner, other), 'TOO_MANY_REQUESTS')
  await expect(invite(owners[1]!, fairId)).resolves.toMatchObject({ mailedTo: 'someone@example.org' })
})
