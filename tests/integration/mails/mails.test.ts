import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createContainer } from '#server/container'
import { openMailServer } from '#server/jobs/smtp'
import { startJobs } from '#server/jobs/startJobs'
import { createServices, type Services } from '#server/services'
import { forgetSecrets } from '#server/services/mails/forgetSecrets'
import { mailExhibitor } from '#server/services/mails/mailExhibitor'
import { type NewMail, queueMail } from '#server/services/mails/queueMail'
import { sendDueMails } from '#server/services/mails/sendDueMails'
import type { MailTemplate } from '#server/services/mails/templates'
import { createAccount, createExhibitor, createFair, createMember } from '#tests/factories/fair'
import { boothId, createPublishedFair } from '#tests/factories/publishedFair'
import { rejectedWith } from '#tests/helpers/reject'
import { partOf, startSmtpServer, type TestSmtpServer } from '#tests/helpers/smtpServer'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let services: Services
let smtp: TestSmtpServer
let send: ReturnType<typeof sendDueMails>

beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
  services = createServices(deps)
  smtp = await startSmtpServer()
  send = sendDueMails(deps, openMailServer(smtp.url, 'https://beurs.example.org').send)
})
beforeEach(async () => {
  smtp.mails.length = 0
  smtp.refuseWith = null
  await deps.sql`delete from outbox`
})
afterAll(async () => {
  await smtp.close()
  await database.drop()
})

const ada = { email: 'ada@example.org', name: 'Ada', language: 'nl', demo: false } as const
const queue = <T extends MailTemplate>(mail: Omit<NewMail<T>, 'at' | 'fairId' | 'to'> & Partial<NewMail<T>>) =>
  queueMail<T>(deps.sql, { fairId: null, to: ada, at: deps.clock.now(), ...mail } as NewMail<T>)
const confirmedMail = { fair: 'Testbeurs', exhibitor: 'Kaap', booth: 'A1', path: '/nl/fairs/test/my-booth' }
const rows = () =>
  deps.sql`select template, params, sent_at is not null as sent, attempts, last_error from outbox order by id`

describe('a mail', () => {
  it('goes out in the recipient’s language, as text and as HTML, with nothing executed', async () => {
    const nasty = {
      ...confirmedMail,
      exhibitor: '<img src=x onerror=alert(1)> {{fair}}',
      fair: 'Été\r\nBcc: eve@example.org',
    }
    await queue<'claimConfirmed'>({ template: 'claimConfirmed', params: nasty, to: { ...ada, language: 'fr' } })
    expect(await send()).toBe(1)
    expect(smtp.mails).toHaveLength(1)
    const [mail] = smtp.mails
    expect(mail?.to).toEqual(['ada@example.org'])
    expect(mail?.from).toBe('no-reply@beurs.example.org')
    expect(mail?.data.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m)
    const text = partOf(mail!, 'text/plain')
    expect(text).toContain('Bonjour Ada,')
    expect(text).toContain('<img src=x onerror=alert(1)> {{fair}}')
    expect(text).toContain('http://127.0.0.1:3000/nl/fairs/test/my-booth')
    const html = partOf(mail!, 'text/html')
    expect(html).toContain('&#60;img src=x onerror=alert(1)&#62; {{fair}}')
    expect(html).not.toContain('<img')
    expect(await send()).toBe(0)
  })

  it('waits for its time', async () => {
    await queue<'claimConfirmed'>({ template: 'claimConfirmed', params: confirmedMail, dueAt: null })
    await queue<'claimConfirmed'>({
      template: 'claimConfirmed',
      params: confirmedMail,
      dueAt: new Date(deps.clock.now().getTime() + 1000),
    })
    expect(await send()).toBe(0)
    deps.clock.advance(1000)
    expect(await send()).toBe(1)
  })

  it('is tried again after a while when the server refuses, and nobody’s address is written down', async () => {
    await queue<'claimConfirmed'>({ template: 'claimConfirmed', params: confirmedMail })
    smtp.refuseWith = '450 ada@example.org is busy'
    expect(await send()).toBe(0)
    expect(await send()).toBe(0)
    expect(await rows()).toMatchObject([{ sent: false, attempts: 1, last_error: 'EENVELOPE 450' }])
    smtp.refuseWith = null
    deps.clock.advance(59_000)
    expect(await send()).toBe(0)
    deps.clock.advance(1000)
    expect(await send()).toBe(1)
    expect(await rows()).toMatchObject([{ sent: true, attempts: 2, last_error: null }])
  })

  it('is left after many attempts', async () => {
    await queue<'claimConfirmed'>({ template: 'claimConfirmed', params: confirmedMail })
    smtp.refuseWith = '550 no'
    for (let round = 0; round < 20; round++) {
      await send()
      deps.clock.advance(6 * 3_600_000)
    }
    expect(await rows()).toMatchObject([{ sent: false, attempts: 12 }])
  })

  it('goes once, with two processes sending', async () => {
    for (let index = 0; index < 10; index++)
      await queue<'claimConfirmed'>({ template: 'claimConfirmed', params: { ...confirmedMail, booth: `B${index}` } })
    const sent = await Promise.all([send(), send(), send()])
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(10)
    expect(new Set(smtp.mails.map((mail) => partOf(mail, 'text/plain'))).size).toBe(10)
  })

  it('that a killed process left is sent by the next one', async () => {
    await queue<'claimConfirmed'>({ template: 'claimConfirmed', params: confirmedMail })
    // Takes the mail and never comes back.
    void sendDueMails(deps, () => new Promise<void>(() => {}))()
    await expect.poll(async () => (await rows())[0]?.attempts).toBe(1)
    expect(await send()).toBe(0)
    deps.clock.advance(10 * 60_000)
    expect(await send()).toBe(1)
  })
})

describe('secrets in mails', () => {
  const link = { path: '/nl/sign-in/secret-token', minutes: 15 }

  it('are gone once sent', async () => {
    await queue<'signInLink'>({ template: 'signInLink', params: link })
    const invitation = {
      fair: 'F',
      role: 'exhibitor',
      inviter: 'Olga',
      note: '',
      path: '/nl/invitations/secret-token',
    } as const
    await queue<'invitation'>({ template: 'invitation', params: invitation })
    expect(await send()).toBe(2)
    expect(smtp.mails.map((mail) => partOf(mail, 'text/plain')).join()).toContain('/nl/sign-in/secret-token')
    expect(JSON.stringify(await deps.sql`select * from outbox`)).not.toContain('secret-token')
    expect(await send()).toBe(0)
  })

  it('are gone when their time is over, sent or not, and are not sent then', async () => {
    await queue<'signInLink'>({ template: 'signInLink', params: link })
    deps.clock.advance(14 * 60_000)
    expect(await forgetSecrets(deps)()).toBe(0)
    deps.clock.advance(60_000)
    expect(await forgetSecrets(deps)()).toBe(1)
    expect(await send()).toBe(0)
    expect(smtp.mails).toEqual([])
  })
})

describe('mails of a demo fair', () => {
  it('are never sent, and are shown to demo persons of that fair alone', async () => {
    const { fairId } = await createPublishedFair(deps, { demo: true })
    const organiser = await createAccount(deps.sql, { demo: true })
    await createMember(deps.sql, fairId, organiser)
    const guest = await createAccount(deps.sql, { demo: true, name: 'Demo Gast' })
    const real = await createAccount(deps.sql, { name: 'Echte Persoon' })
    for (const actor of [guest, real]) {
      const exhibitorId = await createExhibitor(deps.sql, fairId, actor)
      const { claim } = await services.claims.claimBooth(actor, { fairId, boothId: boothId(actor === guest ? 0 : 1) })
      await services.claims.declineClaim(organiser, { fairId, claimId: claim.id, reason: `Nee, ${exhibitorId}` })
    }
    expect(await send()).toBe(0)
    const shown = await services.mails.listDemoMails(organiser)
    expect(shown.map((mail) => [mail.toName, mail.subject])).toEqual([
      ['Demo Gast', 'Stand A1 kon je niet krijgen – Testbeurs'],
    ])
    expect(await services.mails.listDemoMails(guest)).toHaveLength(1)
    const elsewhere = await createAccount(deps.sql, { demo: true })
    expect(await services.mails.listDemoMails(elsewhere)).toEqual([])
    await rejectedWith(services.mails.listDemoMails(real), 'NOT_FOUND')
    const noDemo = createServices(testDeps(database.sql, { demo: false }))
    await rejectedWith(noDemo.mails.listDemoMails(organiser), 'NOT_FOUND')
  })
})

describe('an exhibitor without an account', () => {
  it('is mailed at its contact, in its own language', async () => {
    const fairId = await createFair(deps.sql)
    const exhibitorId = await createExhibitor(deps.sql, fairId)
    await deps.sql`update exhibitors set contact_email = 'info@kaap.example', languages = '{de,fr}' where id = ${exhibitorId}`
    const count = await mailExhibitor(deps.sql, {
      fairId,
      exhibitorId,
      template: 'holdExpired',
      params: { booth: 'A1' },
      at: deps.clock.now(),
    })
    expect(count).toBe(1)
    await send()
    expect(smtp.mails[0]?.to).toEqual(['info@kaap.example'])
    expect(partOf(smtp.mails[0]!, 'text/plain')).toContain('Bonjour Kollektief Kaap,')
  })
})

describe('the job', () => {
  it('sends what is queued at once, and ends cleanly', async () => {
    const mailServer = openMailServer(smtp.url, 'https://beurs.example.org')
    const end = await startJobs({ container: createContainer(deps), send: mailServer.send })
    await queue<'holdExpiring'>({
      template: 'holdExpiring',
      params: { ...confirmedMail, until: '2026-11-24T10:00:00.000Z', timeZone: 'Europe/Brussels' },
    })
    await expect.poll(() => smtp.mails.length).toBe(1)
    expect(partOf(smtp.mails[0]!, 'text/plain')).toContain('dinsdag 24 november 2026 om 11:00')
    await end()
    await queue<'claimConfirmed'>({ template: 'claimConfirmed', params: confirmedMail })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(smtp.mails).toHaveLength(1)
  })
})
