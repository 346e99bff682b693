import { request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSchedule } from '#shared/exchange/schedule/readSchedule'
import { createAccount, createFair, createMember, sessionCookieFor } from '#tests/factories/fair'
import { createPerson, createProgrammeFair, FIRST_MORNING, putStage, putTalk } from '#tests/factories/programmeFair'
import { editDraft, type PublishedFair, releaseNow } from '#tests/factories/publishedFair'
import { startTestServer, type TestServer } from '#tests/helpers/httpServer'
import { ajvComplaints, clientScriptComplaints, xmllintComplaints } from '#tests/helpers/officialCheckers'
import { clientComplaints } from '#tests/helpers/scheduleClients'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let server: TestServer
let fair: PublishedFair
const SLUG = 'files'
const FILES = ['calendar.ics', 'schedule.xml', 'schedule.json', 'talks.csv', 'speakers.csv', 'stages.csv']

beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
  server = await startTestServer(deps)
  fair = await createProgrammeFair(
    deps,
    async (fairId) => {
      await createPerson(deps, fairId, 'zoe', { name: 'Zoë Ångström', biography: { nl: 'Muzikant', fr: 'Musicienne' } })
      await createPerson(deps, fairId, 'stil', { name: 'Spreekt nergens' })
      return [
        putStage('a', { capacity: 80 }),
        putStage('b'),
        putTalk('late', {
          title: { nl: 'Nachtsessie', fr: 'Nuit', en: 'Night' },
          speakerIds: ['zoe', 'gone'],
          slot: ['a', FIRST_MORNING + 14 * 60 + 45, 90],
          'slot:again': ['b', FIRST_MORNING + 24 * 60, 30],
        }),
        putTalk('off', { slot: ['b', FIRST_MORNING, 60], abstract: { nl: '=1+1' } }),
        putTalk('idea', { state: 'idea', slot: ['b', FIRST_MORNING, 60] }),
        putTalk('shelf', {}),
      ]
    },
    { slug: SLUG },
  )
  await editDraft(deps, fair.fairId, [{ op: 'set', kind: 'talks', id: 'off', fields: { state: 'cancelled' } }])
  await releaseNow(deps, fair.owner, fair.fairId)
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.url}/fairs/${path}`, { headers, method })
const file = async (name: string, lang = 'nl') => await (await get(`${SLUG}/${name}?lang=${lang}`)).text()

describe('files of a published programme', () => {
  it('are what the official checkers and the apps accept', async () => {
    const xml = await file('schedule.xml')
    expect(clientComplaints(xml)).toEqual({ events: 3, complaints: [] })
    for (const complaints of [xmllintComplaints(xml), clientScriptComplaints(xml)])
      if (complaints !== null) expect(complaints).toBe('')
    const complaints = ajvComplaints(await file('schedule.json'))
    if (complaints) expect(complaints).toEqual([])
    for (const name of ['schedule.xml', 'schedule.json', 'talks.csv']) {
      const read = readSchedule(new Uint8Array(Buffer.from(await file(name))), { timeZone: 'Europe/Brussels' })
      if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.refusal)}`)
      expect(read.remarks, name).toEqual([])
      expect(read.schedule.events).toMatchObject([
        { title: 'Sessie off', cancelled: true, room: 'Zaal b', minutes: 60 },
        { title: 'Nachtsessie', cancelled: false, room: 'Zaal a', minutes: 90, persons: [{ name: 'Zoë Ångström' }] },
        { title: 'Nachtsessie', room: 'Zaal b', minutes: 30 },
      ])
    }
  })

  it('show what visitors see, and nothing else', async () => {
    for (const name of FILES) {
      const text = await file(name)
      expect(text, name).not.toMatch(/secret\.example|Sessie idea|Spreekt nergens/)
    }
    expect(await file('speakers.csv', 'fr')).toContain('Musicienne')
    expect(await file('talks.csv')).toContain(",'=1+1,")
    expect((await file('stages.csv')).split('\r\n')[1]).toMatch(/^a,[0-9a-f-]{36},Zaal a,Hal 1,80,,1$/)
  })

  it('speak the language that is asked for, the one the reader wishes, or Dutch', async () => {
    expect(await file('schedule.xml', 'fr')).toContain('<title>Nuit</title>')
    const titled = async (headers: Record<string, string>) =>
      /<title>(Nacht\w*|Nuit|Night)<\/title>/.exec(await (await get(`${SLUG}/schedule.xml`, headers)).text())?.[1]
    expect(await titled({ 'Accept-Language': 'fr-BE,fr;q=0.9' })).toBe('Nuit')
    expect(await titled({ 'Accept-Language': 'en' })).toBe('Night')
    expect((await get(`${SLUG}/schedule.xml?lang=tlh`)).status).toBe(200)
  })

  it('have the calendar of one talk, all its times', async () => {
    const response = await get(`${SLUG}/talks/late.ics?lang=nl`)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await response.text()
    const events = new ICAL.Component(ICAL.parse(text) as never[]).getAllSubcomponents('vevent')
    expect(events.map((event) => event.getFirstPropertyValue('uid'))).toEqual([
      `late@${fair.fairId}.beursvloer`,
      `late.again@${fair.fairId}.beursvloer`,
    ])
    expect((await get(`${SLUG}/talks/idea.ics`)).status).toBe(404)
    expect((await get(`${SLUG}/talks/..%2f.ics`)).status).toBe(404)
    const off = await (await get(`${SLUG}/talks/off.ics?lang=nl`)).text()
    expect(off).toMatch(/SEQUENCE:1\r\n[\s\S]*STATUS:CANCELLED\r\n/)
  })
})

describe('the answers', () => {
  it.each(FILES)('%s: type, tag, 304, HEAD and gzip', async (name) => {
    const response = await get(`${SLUG}/${name}`)
    const type = { ics: 'text/calendar', xml: 'application/xml', json: 'application/json', csv: 'text/csv' }[
      name.split('.')[1]!
    ]
    expect(response.headers.get('content-type')).toMatch(new RegExp(`^${type}; charset=utf-8`))
    expect(response.headers.get('cache-control')).toBe('public, no-cache')
    expect(response.headers.get('vary')).toMatch(/Accept-Language, Accept-Encoding/)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const text = await response.text()
    const etag = response.headers.get('etag')!
    const modified = response.headers.get('last-modified')!
    const again = await get(`${SLUG}/${name}`, { 'If-None-Match': etag })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    expect((await get(`${SLUG}/${name}`, { 'If-Modified-Since': modified })).status).toBe(304)
    expect((await get(`${SLUG}/${name}`, { 'If-None-Match': 'W/"other"' })).status).toBe(200)

    const head = await get(`${SLUG}/${name}`, {}, 'HEAD')
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
    const plain = await raw(`/fairs/${SLUG}/${name}`, { 'accept-encoding': 'identity' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(Number(plain.headers['content-length'])).toBe(plain.body.length)
    const zipped = await raw(`/fairs/${SLUG}/${name}`, { 'accept-encoding': 'gzip' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true)
    expect(plain.body.toString()).toBe(name.endsWith('csv') ? `\uFEFF${text.replace(/^\uFEFF/, '')}` : text)
  })

  it('are 404 with a sentence where there is nothing to read', async () => {
    await createFair(deps.sql, { slug: 'unpublished' })
    for (const path of [
      'unknown/schedule.xml',
      'unpublished/calendar.ics',
      `${SLUG}/nothing.txt`,
      `${SLUG}/constructor.xml`,
    ]) {
      const response = await get(path, { Accept: 'application/json', 'Accept-Language': 'nl' })
      expect([path, response.status]).toEqual([path, 404])
      expect(await response.json()).toMatchObject({ error: { code: 'NOT_FOUND', message: expect.stringMatching(/ /) } })
    }
    const organiser = await createAccount(deps.sql)
    const own = await createFair(deps.sql, { slug: 'unpublished-own' })
    await createMember(deps.sql, own, organiser)
    const headers = { Cookie: await sessionCookieFor(deps, organiser), Accept: 'application/json' }
    const early = await get('unpublished-own/schedule.json', headers)
    expect([early.status, await early.json()]).toMatchObject([404, { error: { code: 'NOT_RELEASED' } }])
    expect((await get(`${SLUG}/schedule.xml`, {}, 'POST')).status).toBe(405)
  })

  it('of an archived fair are for its organisers alone, and kept by nobody in between', async () => {
    const other = await createProgrammeFair(
      deps,
      () => [putStage('a'), putTalk('t', { slot: ['a', FIRST_MORNING, 30] })],
      {
        slug: 'archived',
      },
    )
    await deps.sql`update fairs set archived_at = now() where id = ${other.fairId}`
    expect((await get('archived/schedule.xml')).status).toBe(404)
    const own = await get('archived/schedule.xml', { Cookie: await sessionCookieFor(deps, other.owner) })
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
    expect(own.headers.get('vary')).toContain('Cookie')
  })

  it('follow a new release, a corrected name, an erased speaker and a withdrawal at once', async () => {
    const other = await createProgrammeFair(
      deps,
      async (fairId) => {
        await createPerson(deps, fairId, 'who', { name: 'Eerste Naam' })
        return [putStage('a'), putTalk('t', { slot: ['a', FIRST_MORNING, 30], speakerIds: ['who'] })]
      },
      { slug: 'follows' },
    )
    const read = async (name = 'schedule.xml') => await (await get(`follows/${name}?lang=nl`)).text()
    const tag = async () => (await get('follows/calendar.ics?lang=nl')).headers.get('etag')
    const first = await tag()
    expect(await read()).toContain('Eerste Naam')
    await deps.sql`update people set name = 'Tweede Naam' where id = 'who'`
    expect(await read()).toContain('Tweede Naam')
    expect(await read('speakers.csv')).toContain('Tweede Naam')
    expect(await tag()).not.toBe(first)
    await deps.sql`delete from people where id = 'who'`
    for (const name of FILES) expect(await read(name)).not.toContain('Naam')

    expect(await read('calendar.ics')).toMatch(/SEQUENCE:0\r\n[\s\S]*DTSTART:20270312T080000Z/)
    await editDraft(deps, other.fairId, [
      { op: 'set', kind: 'talks', id: 't', fields: { slot: ['a', FIRST_MORNING + 60, 30] } },
    ])
    expect(await read('calendar.ics')).toContain('DTSTART:20270312T080000Z')
    const number = await releaseNow(deps, other.owner, other.fairId)
    expect(await read('calendar.ics')).toMatch(/SEQUENCE:1\r\n[\s\S]*DTSTART:20270312T090000Z/)
    await server.container.services.releases.withdrawRelease(other.owner, { fairId: other.fairId, number })
    expect(await read('calendar.ics')).toContain('DTSTART:20270312T080000Z')
  })

  it('are made once for many who ask at once', async () => {
    deps.clock.advance(60_000)
    await deps.sql`update people set name = 'Zoë Ångström-Peeters' where id = 'zoe'`
    const answers = await Promise.all(Array.from({ length: 30 }, () => get(`${SLUG}/schedule.json?lang=en`)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1)
    for (const answer of answers) expect(await answer.text()).toContain('Ångström-Peeters')
  })
})

/** As the wire has it: fetch unpacks by itself. */
function raw(path: string, headers: Record<string, string>) {
  return new Promise<{ headers: import('node:http').IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    request(`${server.url}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })
}
