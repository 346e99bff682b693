import { request } from 'node:http'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FairId } from '#shared/kernel/ids'
import { createAccount, createExhibitor, createFair, createMember, sessionCookieFor } from '#tests/factories/fair'
import { createPerson, createProgrammeFair, FIRST_MORNING, putStage, putTalk } from '#tests/factories/programmeFair'
import { createPublishedFair, editDraft, releaseNow } from '#tests/factories/publishedFair'
import { startTestServer, type TestServer } from '#tests/helpers/httpServer'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let server: TestServer
let ajv: Ajv2020
let paths: Record<string, { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }>

const SLUG = 'api-fair'
let fair: Awaited<ReturnType<typeof createProgrammeFair>>

const DAY = 24 * 60
const at = (stage: string, minutes: number) => [stage, FIRST_MORNING + minutes, 45]

beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
  server = await startTestServer(deps)
  const description = (await (await fetch(`${server.url}/api/v1/openapi.json`)).json()) as object & {
    paths: typeof paths
  }
  ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }))
  ajv.addSchema(description, 'api')
  paths = description.paths
  fair = await createProgrammeFair(
    deps,
    async (fairId) => {
      await createPerson(deps, fairId, 'p1', { name: 'Zoë Ångström', biography: { fr: 'Musicienne', nl: 'Muzikant' } })
      await createPerson(deps, fairId, 'p2', { name: 'Bram Peeters' })
      await createPerson(deps, fairId, 'p3', { name: 'Carla Stil' })
      return [
        putStage('s1', { capacity: 80, equipment: ['projector'] }),
        putStage('s2', { place: [6000, 12_000, 4000, 4000, 4500] }),
        putTalk('t1', {
          title: { nl: 'Leven van muziek', fr: 'Vivre de la musique' },
          abstract: { nl: 'Over rechten' },
          speakerIds: ['p1', 'p2'],
          sectorId: 'music',
          language: 'nl-BE',
          slot: at('s1', 60),
          'slot:again': at('s1', DAY + 60),
          guid: 'urn:x:1',
        }),
        putTalk('t2', {
          kind: 'workshop',
          language: 'fr',
          sectorId: 'crafts',
          slot: at('s2', 0),
          seats: 12,
          prerequisiteId: 't1',
        }),
        putTalk('t3', { speakerIds: ['p1'] }),
        putTalk('idea', { state: 'idea', slot: at('s1', 0), speakerIds: ['p3'] }),
        putTalk('block', { kind: 'blocker', slot: at('s1', 0) }),
        // 23:30 UTC is half past midnight in Brussels.
        putTalk('late', { kind: 'networking', slot: ['s2', FIRST_MORNING + 15.5 * 60, 120] }),
      ]
    },
    { slug: SLUG, name: { nl: 'Beurs', fr: 'Salon' } },
  )
  const exhibitorId = await createExhibitor(deps.sql, fair.fairId, null, { name: 'Kaap' })
  await deps.sql`update exhibitors set contact_email = 'kaap@secret.example', contact_name = 'Kaat', contact_public = true,
    description = ${deps.sql.json({ nl: 'Wij maken' })}, links = ${deps.sql.json([{ label: 'site', url: 'https://kaap.example' }])}
    where id = ${exhibitorId}`
  await claim(exhibitorId, 'b0', 'confirmed')
  await claim(await createExhibitor(deps.sql, fair.fairId, null, { name: 'Geheim' }), 'b1', 'claimed')
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

async function claim(exhibitorId: string, booth: string, state: string) {
  const now = deps.clock.now()
  await deps.sql`insert into claims (id, fair_id, booth_id, exhibitor_id, state, created_at, changed_at)
    values (${`${fair.fairId}-${booth}`}, ${fair.fairId}, ${booth}, ${exhibitorId}, ${state}, ${now}, ${now})`
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/v1${path}`, { headers: { 'Accept-Language': 'nl', ...headers } })

/** The answer, once it was found to be as the description says. */
async function read<T = { data: Record<string, unknown>[]; nextCursor: string | null }>(path: string): Promise<T> {
  const response = await get(path)
  const body = (await response.json()) as T
  const described = Object.keys(paths).find((one) =>
    new RegExp(`^${one.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0] ?? ''),
  )
  const pointer = `api#/paths/${described?.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/get/responses/${response.status}/content/application~1json/schema`
  const validate = ajv.getSchema(pointer)
  if (!validate) throw new Error(`${path} (${response.status}) is not described`)
  expect(validate(body) ? [] : validate.errors, path).toEqual([])
  return body
}

const ids = async (path: string) => (await read(path)).data.map(({ id }) => id)

describe('what it tells', () => {
  it('talks by time, with places, speakers, and only what is public', async () => {
    expect(await ids(`/fairs/${SLUG}/talks`)).toEqual(['t2', 't1', 'late', 't3'])
    expect(await read(`/fairs/${SLUG}/talks/t1`)).toEqual({
      id: 't1',
      guid: 'urn:x:1',
      title: 'Leven van muziek',
      abstract: 'Over rechten',
      kind: 'talk',
      state: 'confirmed',
      language: 'nl-BE',
      sectorId: 'music',
      speakers: [
        { id: 'p1', name: 'Zoë Ångström' },
        { id: 'p2', name: 'Bram Peeters' },
      ],
      seats: null,
      prerequisiteId: null,
      slots: [
        { id: 't1', stageId: 's1', start: '2027-03-12T09:00:00.000Z', end: '2027-03-12T09:45:00.000Z' },
        { id: 't1:again', stageId: 's1', start: '2027-03-13T09:00:00.000Z', end: '2027-03-13T09:45:00.000Z' },
      ],
      sequence: 0,
      changedAt: expect.any(String),
      url: `http://127.0.0.1:3000/nl/fairs/${SLUG}/talks/t1`,
      calendarUrl: `http://127.0.0.1:3000/fairs/${SLUG}/talks/t1.ics`,
    })
  })

  it.each([
    ['day=2027-03-12', ['t2', 't1']],
    ['day=2027-03-13', ['t1', 'late']],
    ['day=2027-03-14', []],
    ['stage=s2', ['t2', 'late']],
    ['stage=s1&day=2027-03-13', ['t1']],
    ['sector=crafts', ['t2']],
    ['kind=networking', ['late']],
    ['language=nl', ['t1']],
    ['language=NL-be', ['t1']],
    ['language=n', []],
    ['q=MUSIQUE', ['t1']],
    ['q=angstrom', ['t1', 't3']],
    ['q=zoe+rechten', ['t1']],
    ['q=', ['t2', 't1', 'late', 't3']],
    [`q=${encodeURIComponent('\\%_\u0000')}`, []],
  ])('talks filtered by %s', async (filter, expected) => {
    expect(await ids(`/fairs/${SLUG}/talks?${filter}`)).toEqual(expected)
  })

  it('a cancelled talk stays, as cancelled, and its sequence grows', async () => {
    const other = await createProgrammeFair(deps, () => [putStage('s1'), putTalk('t1', { slot: at('s1', 0) })])
    const [{ slug = '' } = {}] = await deps.sql<{ slug: string }[]>`select slug from fairs where id = ${other.fairId}`
    await editDraft(deps, other.fairId, [{ op: 'set', kind: 'talks', id: 't1', fields: { state: 'cancelled' } }])
    await releaseNow(deps, other.owner, other.fairId)
    expect(await read(`/fairs/${slug}/talks/t1`)).toMatchObject({ state: 'cancelled', sequence: 1 })
    const { data } = await read(`/fairs/${slug}/releases`)
    expect(data.map(({ number, talks, latest, note }) => [number, talks, latest, note])).toEqual([
      [3, 1, true, ''],
      [2, 1, false, ''],
      [1, 0, false, ''],
    ])
  })

  it('speakers by name, of public talks only', async () => {
    const { data } = await read(`/fairs/${SLUG}/speakers?lang=fr`)
    expect(data.map(({ id, biography, talkIds }) => [id, biography, talkIds])).toEqual([
      ['p2', null, ['t1']],
      ['p1', 'Musicienne', ['t1', 't3']],
    ])
    expect(await read(`/fairs/${SLUG}/speakers/p1`)).toMatchObject({ id: 'p1', biography: 'Muzikant' })
    expect((await get(`/fairs/${SLUG}/speakers/p3`)).status).toBe(404)
  })

  it('the plan, and who has which booth as far as everyone may know', async () => {
    expect(await ids(`/fairs/${SLUG}/halls`)).toEqual(['hall'])
    expect(await ids(`/fairs/${SLUG}/sectors`)).toEqual(['crafts', 'music'])
    const { data: stages } = await read(`/fairs/${SLUG}/stages?lang=en`)
    expect(stages.map(({ id, name, capacity }) => [id, name, capacity])).toEqual([
      ['s1', 'Room s1', 80],
      ['s2', 'Room s2', null],
    ])
    const { data: booths } = await read(`/fairs/${SLUG}/booths`)
    expect(booths.slice(0, 3).map(({ id, status, exhibitor }) => [id, status, exhibitor])).toEqual([
      ['b0', 'confirmed', { id: expect.any(String), name: 'Kaap' }],
      ['b1', 'claimed', null],
      ['b2', 'available', null],
    ])
    const { data: exhibitors } = await read(`/fairs/${SLUG}/exhibitors`)
    expect(exhibitors.map(({ name, description, boothIds }) => [name, description, boothIds])).toEqual([
      ['Kaap', 'Wij maken', ['b0']],
    ])
    expect(await read(`/fairs/${SLUG}`)).toMatchObject({
      release: 2,
      counts: { talks: 4, speakers: 2, stages: 2, sectors: 2, halls: 1, booths: 6 },
    })
  })

  it('never an e-mail address', async () => {
    const lists = Object.keys(paths).filter((path) => !path.includes('{id}'))
    for (const path of lists) {
      const text = await (await get(path.replace('{slug}', SLUG))).text()
      expect(text).not.toMatch(/@|Kaat/)
    }
  })

  it('published fairs only, whoever asks', async () => {
    const owner = await createAccount(deps.sql)
    const draft = await createFair(deps.sql, { slug: 'not-yet' })
    await createMember(deps.sql, draft, owner)
    const cookie = await sessionCookieFor(deps, owner)
    expect((await get('/fairs/not-yet', { Cookie: cookie })).status).toBe(404)
    const list = await read<{ data: { slug: string }[] }>('/fairs?limit=200')
    expect(list.data.map(({ slug }) => slug)).toContain(SLUG)
    expect(list.data.map(({ slug }) => slug)).not.toContain('not-yet')
  })

  it('in the language asked for', async () => {
    expect(await read(`/fairs/${SLUG}?lang=fr`)).toMatchObject({ name: 'Salon' })
    const french = await get(`/fairs/${SLUG}`, { 'Accept-Language': 'de, fr;q=0.8' })
    expect([french.headers.get('content-language'), french.headers.get('vary')]).toEqual([
      'fr',
      expect.stringContaining('Accept-Language'),
    ])
    expect((await get(`/fairs/${SLUG}`, { 'Accept-Language': '*' })).headers.get('content-language')).toBe('nl')
  })
})

describe('pages', () => {
  it('each item once, in order, whatever the size of a page', async () => {
    for (const limit of [1, 2, 3, 4, 5]) {
      const found: unknown[] = []
      let next: string | null = `/api/v1/fairs/${SLUG}/talks?limit=${limit}&lang=nl`
      while (next !== null) {
        const response: Response = await fetch(server.url + next)
        const page = (await response.json()) as { data: { id: string }[]; next: string | null }
        expect(page.data.length).toBeLessThanOrEqual(limit)
        expect(response.headers.get('link')).toBe(page.next === null ? null : `<${page.next}>; rel="next"`)
        found.push(...page.data.map(({ id }) => id))
        next = page.next
      }
      expect(found).toEqual(['t2', 't1', 'late', 't3'])
    }
  })

  it('go on at the right place though items came and went in between', async () => {
    const talks = (ids: string[]) => ids.map((id, index) => putTalk(id, { slot: at('s1', index * 60) }))
    const other = await createProgrammeFair(deps, () => [putStage('s1'), ...talks(['a', 'b', 'c', 'd'])])
    const [{ slug = '' } = {}] = await deps.sql<{ slug: string }[]>`select slug from fairs where id = ${other.fairId}`
    const { nextCursor } = await read(`/fairs/${slug}/talks?limit=2`)
    const goOn = () => ids(`/fairs/${slug}/talks?limit=2&cursor=${nextCursor}`)
    await editDraft(deps, other.fairId, [putTalk('early', { slot: at('s1', -60) })])
    await releaseNow(deps, other.owner, other.fairId)
    expect(await goOn()).toEqual(['c', 'd'])
    await editDraft(deps, other.fairId, [
      { op: 'delete', kind: 'talks', id: 'b' },
      { op: 'delete', kind: 'talks', id: 'early' },
    ])
    await releaseNow(deps, other.owner, other.fairId)
    expect(await goOn()).toEqual(['c', 'd'])
  })
})

describe('asking again', () => {
  const tagOf = async (path: string) => (await get(path)).headers.get('etag') ?? ''

  it('is answered 304 until something changed', async () => {
    for (const path of [
      `/fairs/${SLUG}`,
      `/fairs/${SLUG}/talks?q=zoe`,
      `/fairs/${SLUG}/booths`,
      '/fairs',
      '/openapi.json',
    ]) {
      const etag = await tagOf(path)
      expect(etag).toMatch(/^"[\w-]+"$/)
      for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await get(path, { 'If-None-Match': header })
        expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
      }
      expect((await get(path, { 'If-None-Match': '"other"' })).status).toBe(200)
    }
  })

  it('other words, other filters, other pages have other tags', async () => {
    const list = `/fairs/${SLUG}/talks`
    const tags = await Promise.all([list, `${list}?lang=fr`, `${list}?limit=1`, `${list}?q=zoe`].map(tagOf))
    expect(new Set(tags).size).toBe(4)
  })

  it('sees a booth claimed and a speaker renamed, without a release', async () => {
    const [booths, talks] = [await tagOf(`/fairs/${SLUG}/booths`), await tagOf(`/fairs/${SLUG}/talks`)]
    await claim(await createExhibitor(deps.sql, fair.fairId), 'b4', 'confirmed')
    await deps.sql`update people set name = 'Bram P.' where id = 'p2'`
    expect((await get(`/fairs/${SLUG}/booths`, { 'If-None-Match': booths })).status).toBe(200)
    expect((await get(`/fairs/${SLUG}/talks`, { 'If-None-Match': talks })).status).toBe(200)
    expect((await get(`/fairs/${SLUG}/booths`)).headers.get('cache-control')).toBe('public, no-cache')
  })

  it('HEAD says the same without a body', async () => {
    const response = await fetch(`${server.url}/api/v1/fairs/${SLUG}`, {
      method: 'HEAD',
      headers: { 'Accept-Language': 'nl' },
    })
    expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([
      200,
      await tagOf(`/fairs/${SLUG}`),
      '',
    ])
  })
})

describe('other websites', () => {
  it('may read, without cookies', async () => {
    const origin = { Origin: 'https://elsewhere.example' }
    const answer = await get(`/fairs/${SLUG}`, origin)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    const refused = await get('/fairs/nothing', origin)
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([404, '*'])
    const preflight = await fetch(`${server.url}/api/v1/fairs`, {
      method: 'OPTIONS',
      headers: { ...origin, 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'if-none-match' },
    })
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      expect.stringContaining('If-None-Match'),
    ])
  })

  it('may not write: there is nothing to write to', async () => {
    const response = await fetch(`${server.url}/api/v1/fairs`, { method: 'POST' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('refusals', () => {
  const refusal = async (path: string, headers = {}) => {
    const response = await get(path, headers)
    const { error } = (await response.json()) as {
      error: { code: string; message: string; fields?: { path: string }[] }
    }
    return { status: response.status, code: error.code, message: error.message, field: error.fields?.[0]?.path }
  }

  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['cursor=x', 'cursor'],
    ['cursor=1.a&cursor=2.b', 'cursor'],
    ['cursor=99999999999.a', 'cursor'],
    ['day=12-03-2027', 'day'],
    ['day=2027-02-30', 'day'],
    ['kind=blocker', 'kind'],
    ['stage=..%2F', 'stage'],
    ['lang=de', 'lang'],
    [`q=${'x'.repeat(201)}`, 'q'],
    ['q[a]=1', 'q'],
  ])('%s: 422 with the field', async (query, field) => {
    await read(`/fairs/${SLUG}/talks?${query}`)
    expect(await refusal(`/fairs/${SLUG}/talks?${query}`)).toMatchObject({ status: 422, code: 'INVALID', field })
  })

  it.each([
    '/fairs/%00',
    '/fairs/..%2f',
    '/fairs/a%20b/talks',
    '/fairs/nothing/booths',
    `/fairs/${SLUG}/talks/__proto__`,
    `/fairs/${SLUG}/talks/idea`,
    `/fairs/${SLUG}/talks/%F0%9F%98%80`,
    `/fairs/${SLUG}/nothing`,
    '/nothing',
  ])('%s: 404 as JSON', async (path) => {
    expect(await refusal(path)).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  it('are said in the language asked for', async () => {
    const nl = await refusal('/fairs/nothing?lang=nl')
    expect((await refusal('/fairs/nothing?lang=fr')).message).not.toBe(nl.message)
    expect((await refusal('/fairs/nothing', { 'Accept-Language': 'fr' })).message).toBe(
      (await refusal('/fairs/nothing?lang=fr')).message,
    )
  })

  it('a cursor beyond the end is an empty last page', async () => {
    expect(await read(`/fairs/${SLUG}/talks?cursor=500.gone`)).toMatchObject({ data: [], nextCursor: null })
  })

  it('who asks too much at once waits', async () => {
    const own = await startTestServer(deps)
    const statuses: number[] = []
    const one = () =>
      new Promise<void>((resolve, reject) => {
        request(`${own.url}/api/v1/nothing`, (response) => {
          statuses.push(response.statusCode ?? 0)
          if (response.statusCode === 429) expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
          response.resume().on('end', resolve)
        })
          .on('error', reject)
          .end()
      })
    await Promise.all(Array.from({ length: 640 }, one))
    await own.close()
    expect(statuses.filter((status) => status === 404)).toHaveLength(600)
    expect(statuses.filter((status) => status === 429)).toHaveLength(40)
  })
})

it('a fair whose release was withdrawn is not there any more', async () => {
  const { fairId, owner } = await createPublishedFair(deps, { slug: 'withdrawn' })
  expect((await get('/fairs/withdrawn')).status).toBe(200)
  await server.container.services.releases.withdrawRelease(owner, { fairId: fairId as FairId, number: 1 })
  expect((await get('/fairs/withdrawn')).status).toBe(404)
})
