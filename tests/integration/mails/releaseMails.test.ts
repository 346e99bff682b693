import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openMailServer } from '#server/jobs/smtp'
import { createServices, type Services } from '#server/services'
import { sendDueMails } from '#server/services/mails/sendDueMails'
import type { Actor } from '#shared/access/roles'
import type { Patch, StoredFields } from '#shared/document/patch'
import { createAccount, createMember } from '#tests/factories/fair'
import { createPerson, createProgrammeFair, FIRST_MORNING, putStage, putTalk } from '#tests/factories/programmeFair'
import { editDraft, releaseNow } from '#tests/factories/publishedFair'
import { rejectedWith } from '#tests/helpers/reject'
import { partOf, type ReceivedMail, startSmtpServer, type TestSmtpServer } from '#tests/helpers/smtpServer'
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
beforeEach(() => {
  smtp.mails.length = 0
})
afterAll(async () => {
  await smtp.close()
  await database.drop()
})

const NASTY = `Naïef; "één", \\ <script>alert(1)</script> & \u{1F3AA} ${'lang '.repeat(40)}`

const at = (hours: number, stage = 'north'): StoredFields => ({ slot: [stage, FIRST_MORNING + hours * 60, 45] })
const set = (id: string, fields: StoredFields) => ({ op: 'set', kind: 'talks', id, fields }) as const

/** A fair whose four talks ann speaks in, released; mails so far are forgotten. */
async function fairOfAnn({ demo = false, language = 'fr' } = {}) {
  const fair = await createProgrammeFair(
    deps,
    async (fairId) => {
      await createPerson(deps, fairId, `ann-${fairId}`, { name: 'Ann', email: `ann@${fairId}.example` })
      await deps.sql`update people set language = ${language} where id = ${`ann-${fairId}`}`
      const speakerIds = [`ann-${fairId}`]
      return [
        putStage('north'),
        putStage('south'),
        putTalk('moves', { title: { nl: NASTY }, speakerIds, ...at(1) }),
        putTalk('off', { speakerIds, ...at(2) }),
        putTalk('gone', { speakerIds, ...at(3), 'slot:again': ['south', FIRST_MORNING + 600, 30] }),
        putTalk('same', { speakerIds, ...at(4) }),
      ]
    },
    { demo },
  )
  await deps.sql`delete from outbox`
  return fair
}
type Fair = Awaited<ReturnType<typeof fairOfAnn>>

const CHANGES: Patch = [
  set('moves', at(6, 'south')),
  set('off', { state: 'cancelled' }),
  set('gone', { removed: true }),
  putTalk('new', at(8)),
]

async function release({ fairId, owner }: Fair, patch: Patch = CHANGES) {
  await editDraft(deps, fairId, patch)
  return await releaseNow(deps, owner, fairId)
}

function eventsOf(mail: ReceivedMail) {
  const calendar = new ICAL.Component(ICAL.parse(partOf(mail, 'text/calendar')) as never)
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  return Object.fromEntries(
    calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component)
      const minute = event.startDate.toJSDate().getTime() / 60_000
      const { sequence, location, summary } = event
      const status = component.getFirstPropertyValue('status')
      return [event.uid.split('@')[0], { minute: minute - FIRST_MORNING, sequence, location, summary, status }]
    }),
  )
}

describe('a mail about a release', () => {
  it('has the changed talks of one person attached as a calendar, which an independent reader understands', async () => {
    const fair = await fairOfAnn()
    await release(fair)
    expect(await send()).toBe(0)
    expect(await services.releases.sendReleaseMails(fair.owner, { fairId: fair.fairId })).toBe(1)
    expect(await send()).toBe(1)
    const [mail] = smtp.mails
    expect(mail?.to).toEqual([`ann@${fair.fairId}.example`])
    expect(mail?.data).toMatch(/Content-Type: text\/calendar; charset=utf-8;\s+method=PUBLISH/)
    expect(mail?.data).toMatch(/filename=fair-[a-z0-9]+\.ics/)
    const events = eventsOf(mail!)
    expect(Object.keys(events).sort()).toEqual(['gone', 'gone.again', 'moves', 'off'])
    expect(events.moves).toMatchObject({
      ...{ minute: 360, sequence: 1, status: 'CONFIRMED', summary: NASTY },
      location: 'Salle south, Hal 1, Gare Maritime',
    })
    expect(events.off).toMatchObject({ minute: 120, sequence: 1, status: 'CANCELLED' })
    expect(events.gone).toMatchObject({ minute: 180, sequence: 1, status: 'CANCELLED' })
    expect(events['gone.again']).toMatchObject({ minute: 600, status: 'CANCELLED' })
  })

  it('says in words what was and what is, in the person’s language and the fair’s time, with nothing executed', async () => {
    const fair = await fairOfAnn()
    await release(fair)
    await services.releases.sendReleaseMails(fair.owner, { fairId: fair.fairId })
    await send()
    const text = partOf(smtp.mails[0]!, 'text/plain')
    expect(text).toContain('Bonjour Ann,')
    expect(text).toMatch(/Elle a lieu sur une autre scène\. Elle a lieu à un autre moment\./)
    expect(text).toMatch(/Maintenant : vendredi 12 mars.*15:00\D+15:45, Salle south/)
    expect(text).toMatch(/Avant : vendredi 12 mars.*10:00\D+10:45, Salle north/)
    expect(text).toContain('Elle est annulée.')
    expect(text).toContain('Elle n’est plus au programme.')
    expect(text).not.toContain('Sessie same')
    const html = partOf(smtp.mails[0]!, 'text/html')
    expect(html).not.toContain('<script>')
    expect(html).toContain('&#60;script&#62;')
  })

  it('counts on with each release, so that a calendar takes the newest', async () => {
    const fair = await fairOfAnn()
    const sequences: number[] = []
    for (const hours of [5, 6, 7]) {
      await release(fair, [set('moves', at(hours))])
      if (hours === 6) await services.releases.withdrawRelease(fair.owner, { fairId: fair.fairId, number: 4 })
      await services.releases.sendReleaseMails(fair.owner, { fairId: fair.fairId })
      await send()
      const last = smtp.mails.at(-1)
      if (hours !== 6) sequences.push(eventsOf(last!).moves!.sequence)
    }
    expect(smtp.mails).toHaveLength(2)
    expect(sequences[0]).toBe(1)
    expect(sequences[1]).toBeGreaterThan(2)
  })

  it('without any time has no calendar', async () => {
    const fair = await fairOfAnn()
    await release(fair, [putTalk('open', { speakerIds: [`ann-${fair.fairId}`] })])
    await services.releases.sendReleaseMails(fair.owner, { fairId: fair.fairId })
    await send()
    expect(smtp.mails[0]?.data).not.toContain('text/calendar')
    expect(partOf(smtp.mails[0]!, 'text/plain')).toContain('pas encore de moment')
  })

  it('of a demo fair is never sent; its page shows it with the calendar', async () => {
    const fair = await fairOfAnn({ demo: true })
    const organiser = await createAccount(deps.sql, { demo: true })
    await createMember(deps.sql, fair.fairId, organiser)
    const real: Actor = await createAccount(deps.sql)
    await release(fair)
    await services.releases.sendReleaseMails(fair.owner, { fairId: fair.fairId })
    expect(await send()).toBe(0)
    const [shown] = await services.mails.listDemoMails(organiser)
    expect(shown).toMatchObject({ toName: 'Ann', hasCalendar: true })
    const file = await services.mails.demoMailCalendar(organiser, { mailId: shown!.id })
    expect(file.text).toContain('STATUS:CANCELLED')
    await rejectedWith(services.mails.demoMailCalendar(organiser, { mailId: shown!.id + 1 }), 'NOT_FOUND')
    await rejectedWith(services.mails.demoMailCalendar(real, { mailId: shown!.id }), 'NOT_FOUND')
    const elsewhere = await createAccount(deps.sql, { demo: true })
    await rejectedWith(services.mails.demoMailCalendar(elsewhere, { mailId: shown!.id }), 'NOT_FOUND')
  })
})
