import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServices } from '#server/services'
import { LINKS_PER_ADDRESS, LINKS_PER_EMAIL } from '#server/services/accounts/requestSignInLink'
import { createAccount } from '#tests/factories/fair'
import { rejectedWith } from '#tests/helpers/reject'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

let people = 0
const someone = () => `Someone.${people++}@Example.org`

function setUp() {
  const deps = testDeps(database.sql)
  const services = createServices(deps)
  const ask = (email: string, returnTo: string | null = null, address = `10.0.0.${people}`) =>
    services.accounts.requestSignInLink({ email, language: 'fr', returnTo, address })
  const mailsTo = async (email: string) =>
    database.sql<{ params: { path: string }; language: string }[]>`
      select params, language from outbox where recipient_email = ${email.toLowerCase()} order by id`
  const tokenFor = async (email: string, returnTo: string | null = null) => {
    await ask(email, returnTo)
    const mail = (await mailsTo(email)).at(-1)
    return mail!.params.path.split('/').at(-1)!
  }
  return { deps, services, ask, mailsTo, tokenFor }
}

test('the first time a name is asked, an account is made, and a session opens', async () => {
  const { services, tokenFor } = setUp()
  const email = someone()
  const token = await tokenFor(`  ${email} `.trim(), '/fr/organise')
  expect(await services.accounts.readSignInLink(token)).toEqual({ email: email.toLowerCase(), isNew: true })

  const nameless = await rejectedWith(services.accounts.signIn({ token, name: ' ', language: 'fr' }), 'INVALID')
  expect(nameless.fields).toEqual([{ path: 'name', code: 'required' }])

  const { sessionToken, returnTo, actor } = await services.accounts.signIn({ token, name: 'Émile', language: 'fr' })
  expect(returnTo).toBe('/fr/organise')
  expect(await services.accounts.readSession(sessionToken)).toEqual(actor)
  expect(actor).toMatchObject({ name: 'Émile', language: 'fr', demo: false })
})

test('mail scanners may look as often as they like; a link is used once', async () => {
  const { services, tokenFor } = setUp()
  const { email } = await createAccount(database.sql)
  const token = await tokenFor(email)
  for (let i = 0; i < 5; i++) await services.accounts.readSignInLink(token)
  await services.accounts.signIn({ token, name: '', language: 'nl' })
  await rejectedWith(services.accounts.signIn({ token, name: '', language: 'nl' }), 'LINK_USED')
  await rejectedWith(services.accounts.readSignInLink(token), 'LINK_USED')
})

test('twenty at once with one link: one gets in', async () => {
  const { services, tokenFor } = setUp()
  const token = await tokenFor(someone())
  const attempts = await Promise.allSettled(
    Array.from({ length: 20 }, () => services.accounts.signIn({ token, name: 'Ada', language: 'en' })),
  )
  expect(attempts.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(1)
  for (const attempt of attempts) {
    if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ code: 'LINK_USED' })
  }
})

test('two links for one new address, opened at once, lead to one account', async () => {
  const { services, tokenFor } = setUp()
  const email = someone()
  const tokens = [await tokenFor(email), await tokenFor(email)]
  const both = await Promise.all(
    tokens.map((token, index) => services.accounts.signIn({ token, name: `Ada ${index}`, language: 'en' })),
  )
  expect(both[0]!.actor).toEqual(both[1]!.actor)
})

test('after fifteen minutes a link is over; one that never was says the same', async () => {
  const { deps, services, tokenFor } = setUp()
  const token = await tokenFor(someone())
  deps.clock.advance(15 * 60_000 - 1)
  await services.accounts.readSignInLink(token)
  deps.clock.advance(1)
  await rejectedWith(services.accounts.readSignInLink(token), 'LINK_EXPIRED')
  await rejectedWith(services.accounts.signIn({ token, name: 'Ada', language: 'en' }), 'LINK_EXPIRED')
  for (const wrong of ['', 'x', 'a'.repeat(5000), '\u0000', token.toUpperCase()]) {
    await rejectedWith(services.accounts.signIn({ token: wrong, name: 'Ada', language: 'en' }), 'LINK_EXPIRED')
  }
})

test('neither tokens of links nor of sessions are stored', async () => {
  const { services, tokenFor } = setUp()
  const token = await tokenFor(someone())
  const { sessionToken } = await services.accounts.signIn({ token, name: 'Ada', language: 'en' })
  const stored = await database.sql`
    select encode(token_hash, 'escape') as text from sign_in_links union all select encode(token_hash, 'escape') from sessions`
  for (const row of stored) expect([token, sessionToken]).not.toContain(row.text)
})

test('the same answer and one mail whether the account exists or not; the account has its own language', async () => {
  const { ask, mailsTo } = setUp()
  const known = await createAccount(database.sql, { email: someone().toLowerCase(), language: 'nl' })
  const unknown = someone()
  expect(await ask(known.email.toUpperCase())).toBe(await ask(unknown))
  expect((await mailsTo(known.email)).map((mail) => mail.language)).toEqual(['nl'])
  expect((await mailsTo(unknown)).map((mail) => mail.language)).toEqual(['fr'])
})

test('a foreign address to return to is forgotten', async () => {
  const { services, tokenFor } = setUp()
  for (const evil of ['https://evil.example', '//evil.example', '/nl/..//evil.example']) {
    const { returnTo } = await services.accounts.signIn({
      token: await tokenFor(someone(), evil),
      name: 'Ada',
      language: 'en',
    })
    expect(returnTo).toBeNull()
  }
})

test.each([
  '',
  'ada',
  'ada@',
  '@example.org',
  'ada@example',
  'a b@example.org',
  'ada@example.org\r\nBcc: x@y.be',
  `${'a'.repeat(250)}@example.org`,
])('no mail to %j', async (email) => {
  const { ask } = setUp()
  const error = await rejectedWith(ask(email), 'INVALID')
  expect(error.fields).toMatchObject([{ path: 'email' }])
})

test('few mails an address in a quarter of an hour, counted over all processes', async () => {
  const { deps, ask } = setUp()
  const other = createServices({ ...deps, sql: database.connectAgain() })
  const email = someone()
  for (let i = 0; i < LINKS_PER_EMAIL.hits; i++) {
    if (i % 2 === 0) await ask(email.toUpperCase())
    else await other.accounts.requestSignInLink({ email, language: 'en', returnTo: null, address: `10.9.0.${i}` })
  }
  const error = await rejectedWith(ask(email), 'TOO_MANY_REQUESTS')
  expect(error.params.seconds).toBeGreaterThan(0)
  deps.clock.advance(LINKS_PER_EMAIL.windowSeconds * 1000)
  await ask(email)
})

test('few mails from one network address, whoever they are for', async () => {
  const { ask } = setUp()
  const outcomes: string[] = []
  for (let i = 0; i < LINKS_PER_ADDRESS.hits + 2; i++) {
    outcomes.push(
      await ask(someone(), null, '192.0.2.7').then(
        () => 'sent',
        (error) => error.code,
      ),
    )
  }
  expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(LINKS_PER_ADDRESS.hits)
  expect(outcomes.at(-1)).toBe('TOO_MANY_REQUESTS')
})

test('rate limits keep no address in the clear', async () => {
  const { ask } = setUp()
  const email = someone()
  await ask(email, null, '192.0.2.99')
  const rows = await database.sql<{ key: string }[]>`select key from rate_limits`
  for (const { key } of rows) expect(key).not.toMatch(/@|192\.0\.2/)
})

test('demo persons are entered, never mailed', async () => {
  const { services, ask, mailsTo } = setUp()
  await services.accounts.enterDemo({ role: 'organiser', n: 3, language: 'en' })
  await ask('demo-organiser-3@demo.invalid')
  await ask('anyone@demo.invalid')
  expect(await mailsTo('demo-organiser-3@demo.invalid')).toEqual([])
})
