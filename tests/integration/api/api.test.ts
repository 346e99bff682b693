import { request } from 'node:http'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FairId } from '#shared/kernel/ids'
import { createAccount, createExhibitor, createFair, createMember, sessionCookieFor } from '#tests/factories/fair'
import { boothId, createPublishedFair } from '#tests/factories/publishedFair'
import { startTestServer, type TestServer } from '#tests/helpers/httpServer'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps, warmPool } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let server: TestServer

beforeAll(async () => {
  database = await createTestDatabase()
  await warmPool(database.sql)
  deps = testDeps(database.sql, { log: pino({ level: 'error' }) })
  server = await startTestServer(deps)
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

interface ClaimOptions {
  cookie?: string
  key?: string
  body?: string
  headers?: Record<string, string>
}

const claimUrl = (fairId: string, booth: string) => `${server.url}/api/fairs/${fairId}/booths/${booth}/claims`

const postClaim = (fairId: string, booth: string, { cookie, key, body = '{}', headers = {} }: ClaimOptions = {}) =>
  fetch(claimUrl(fairId, booth), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(cookie ? { Cookie: cookie } : {}),
      ...(key ? { 'Idempotency-Key': key } : {}),
      ...headers,
    },
    body,
  })

async function exhibitorOf(fairId: FairId) {
  const actor = await createAccount(deps.sql)
  const exhibitorId = await createExhibitor(deps.sql, fairId, actor)
  return { actor, exhibitorId, cookie: await sessionCookieFor(deps, actor) }
}

const failure = async (response: Response) => {
  const { error } = (await response.json()) as { error: Record<string, unknown> }
  return { status: response.status, ...error }
}

describe('reading', () => {
  it('lists published fairs to everybody, and their own to organisers', async () => {
    const { fairId } = await createPublishedFair(deps, { slug: 'open-fair' })
    const draft = await createFair(deps.sql, { slug: 'draft-fair' })
    await createPublishedFair(deps, { slug: 'old-fair', archivedAt: null })
    await deps.sql`update fairs set archived_at = now() where slug = 'old-fair'`
    const organiser = await createAccount(deps.sql)
    await createMember(deps.sql, draft, organiser)
    const list = async (cookie = '') => {
      const response = await fetch(`${server.url}/api/fairs`, { headers: { Cookie: cookie } })
      return ((await response.json()) as { slug: string }[]).map((fair) => fair.slug)
    }
    expect(await list()).toContain('open-fair')
    expect(await list()).not.toContain('draft-fair')
    expect(await list()).not.toContain('old-fair')
    expect(await list(await sessionCookieFor(deps, organiser))).toEqual(
      expect.arrayContaining(['open-fair', 'draft-fair']),
    )
    const [fair] = (await (await fetch(`${server.url}/api/fairs`)).json()) as { id: string }[]
    expect(fair).toEqual({ id: fairId, slug: 'open-fair', name: { nl: 'Testbeurs' } })
  })

  it('gives booths with their size and status, and 304 while nothing changed', async () => {
    const { fairId } = await createPublishedFair(deps, { booths: 2 })
    const url = `${server.url}/api/fairs/${fairId}/booths`
    const response = await fetch(url)
    expect(await response.json()).toEqual([
      { id: 'b0', number: 'A1', sectorId: 'music', widthMm: 3000, depthMm: 3000, areaM2: 9, status: 'available' },
      { id: 'b1', number: 'A2', sectorId: 'crafts', widthMm: 3000, depthMm: 3000, areaM2: 9, status: 'available' },
    ])
    const etag = response.headers.get('etag') ?? ''
    const again = () => fetch(url, { headers: { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' } })
    expect((await again()).status).toBe(304)
    const { cookie } = await exhibitorOf(fairId)
    await postClaim(fairId, 'b0', { cookie })
    expect((await again()).status).toBe(200)
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200)
  })

  it('says 404 for fairs that are not there or not for these eyes, as JSON', async () => {
    const draft = await createFair(deps.sql)
    for (const id of [draft, 'nothing', '%00', 'a%20b', '..%2F..', 'x'.repeat(500)]) {
      const response = await fetch(`${server.url}/api/fairs/${id}/booths`)
      expect(response.headers.get('content-type')).toContain('application/json')
      expect(await failure(response)).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    }
    for (const path of ['/api', '/api/', '/api/nothing', '/api/fairs/x/booths/y'])
      expect((await fetch(server.url + path, { headers: { Accept: '*/*' } })).status).toBe(404)
  })

  it('names the methods that an address takes', async () => {
    const response = await fetch(`${server.url}/api/fairs`, { method: 'DELETE' })
    expect(response.headers.get('allow')).toBe('GET, HEAD')
    expect(await failure(response)).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' })
    expect((await fetch(claimUrl('a', 'b'))).status).toBe(405)
  })
})

describe('claiming', () => {
  it('answers 201, then 200, and the same again under the same key', async () => {
    const { fairId } = await createPublishedFair(deps)
    const { cookie, exhibitorId } = await exhibitorOf(fairId)
    const first = await postClaim(fairId, 'b0', { cookie, key: 'k', body: '{"intent":"hold"}' })
    const text = await first.text()
    expect(first.status).toBe(201)
    expect(JSON.parse(text)).toMatchObject({ state: 'held', boothId: 'b0', exhibitorId, fairId })
    const replay = await postClaim(fairId, 'b0', { cookie, key: 'k', body: '{"intent":"hold"}' })
    expect([replay.status, await replay.text()]).toEqual([201, text])
    expect((await postClaim(fairId, 'b0', { cookie, body: '{"intent":"hold"}' })).status).toBe(200)
    const claimed = await postClaim(fairId, 'b0', { cookie })
    expect([claimed.status, ((await claimed.json()) as { state: string }).state]).toEqual([200, 'claimed'])
    expect(await failure(await postClaim(fairId, 'b1', { cookie, key: 'k' }))).toMatchObject({
      status: 409,
      code: 'IDEMPOTENCY_REUSED',
    })
  })

  it('needs no body', async () => {
    const { fairId } = await createPublishedFair(deps)
    const { cookie } = await exhibitorOf(fairId)
    const response = await fetch(claimUrl(fairId, 'b0'), { method: 'POST', headers: { Cookie: cookie } })
    expect(response.status).toBe(201)
  })

  it('takes a body in chunks', async () => {
    const { fairId } = await createPublishedFair(deps)
    const { cookie } = await exhibitorOf(fairId)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const outgoing = request(
        claimUrl(fairId, 'b0'),
        { method: 'POST', headers: { Cookie: cookie, 'Content-Type': 'application/json' } },
        (response) => {
          response.resume()
          resolve(response.statusCode)
        },
      )
      outgoing.on('error', reject)
      outgoing.write('{"intent":')
      outgoing.end('"hold"}')
    })
    expect(status).toBe(201)
  })

  it('refuses with the right code, and a sentence in the language asked for', async () => {
    const { fairId } = await createPublishedFair(deps)
    const { cookie, actor } = await exhibitorOf(fairId)
    const rival = await exhibitorOf(fairId)
    await postClaim(fairId, 'b1', { cookie: rival.cookie })
    await postClaim(fairId, 'b2', { cookie })
    const as = (language: string) => ({ cookie, headers: { 'Accept-Language': language } })
    expect(await failure(await postClaim(fairId, 'b1', as('fr-BE,nl;q=0.5')))).toMatchObject({
      status: 409,
      code: 'BOOTH_TAKEN',
      message: 'Quelqu’un a été plus rapide : ce stand est pris.',
      alternatives: expect.arrayContaining([expect.objectContaining({ number: 'A4', areaM2: 9 })]),
    })
    expect(await failure(await postClaim(fairId, 'b3', as('nl')))).toMatchObject({
      status: 409,
      code: 'CLAIM_LIMIT',
      message: 'Je hebt al zoveel stands als deze beurs toelaat (1). Trek er eerst een in.',
    })
    expect(await failure(await postClaim(fairId, 'b3'))).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' })
    const stranger = await sessionCookieFor(deps, await createAccount(deps.sql))
    expect(await failure(await postClaim(fairId, 'b3', { cookie: stranger }))).toMatchObject({ status: 403 })
    expect(await failure(await postClaim(fairId, 'nowhere', { cookie }))).toMatchObject({ status: 404 })
    expect(await failure(await postClaim('nowhere', 'b3', { cookie }))).toMatchObject({ status: 404 })
    const foreign = await createPublishedFair(deps)
    const theirs = await createExhibitor(deps.sql, foreign.fairId, actor)
    const body = JSON.stringify({ exhibitorId: theirs })
    expect(await failure(await postClaim(fairId, 'b3', { cookie, body }))).toMatchObject({ status: 403 })
  })

  it('refuses bad input with what is wrong and where', async () => {
    const { fairId } = await createPublishedFair(deps)
    const { cookie } = await exhibitorOf(fairId)
    const bad = async (options: ClaimOptions) => await failure(await postClaim(fairId, 'b0', { cookie, ...options }))
    expect(await bad({ body: '{"intent":"steal"}' })).toMatchObject({
      status: 422,
      code: 'INVALID',
      fields: [{ path: 'intent', message: 'This is none of the possible choices.' }],
    })
    expect(await bad({ body: '{"intnet":"hold"}' })).toMatchObject({ status: 422, fields: [{ path: 'intnet' }] })
    expect(await bad({ body: '[]' })).toMatchObject({ status: 422 })
    expect(await bad({ body: '{"exhibitorId":"../x"}' })).toMatchObject({ status: 422 })
    expect(await bad({ body: '{' })).toMatchObject({ status: 400, code: 'MALFORMED_JSON' })
    expect(await bad({ body: '"claim"' })).toMatchObject({ status: 400 })
    expect(await bad({ key: 'k'.repeat(201) })).toMatchObject({ status: 422, fields: [{ path: 'Idempotency-Key' }] })
    expect(await bad({ body: `{"intent":"${'x'.repeat(200_000)}"}` })).toMatchObject({ status: 413, code: 'TOO_LARGE' })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect(await bad({ headers: { 'Content-Type': type } })).toMatchObject({ status: 415, code: 'NOT_JSON' })
    expect(await bad({ headers: { Origin: 'https://evil.example' } })).toMatchObject({
      status: 403,
      code: 'WRONG_ORIGIN',
    })
    const [claims] = await deps.sql<{ count: number }[]>`select count(*) from claims where fair_id = ${fairId}`
    expect(claims?.count).toBe(0)
  })
})

describe('two hundred exhibitors want one booth at the same moment', () => {
  it('and exactly one gets it, everyone else is told 409', async () => {
    const { fairId } = await createPublishedFair(deps, { booths: 12 })
    const cookies = await Promise.all(Array.from({ length: 200 }, async () => (await exhibitorOf(fairId)).cookie))
    const answers = await Promise.all(
      cookies.map(async (cookie, index) => {
        const response = await postClaim(fairId, boothId(3), { cookie, key: `race-${index}` })
        return {
          status: response.status,
          body: (await response.json()) as { error?: { code: string; alternatives: unknown[] } },
        }
      }),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const losers = answers.filter(({ status }) => status !== 201)
    expect(losers.filter(({ status }) => status !== 409)).toEqual([])
    expect(losers).toHaveLength(199)
    for (const { body } of losers)
      expect(body.error).toMatchObject({ code: 'BOOTH_TAKEN', alternatives: { length: 5 } })
    const [row] = await deps.sql<{ active: number; version: number }[]>`
      select (select count(*) from claims c where c.fair_id = b.fair_id and c.booth_id = b.id) as active,
        claim_version as version from booths b where b.fair_id = ${fairId} and b.id = ${boothId(3)}`
    expect(row).toEqual({ active: 1, version: 1 })
  })
})
