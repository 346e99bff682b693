import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createContainer } from '#server/container'
import { visitorPages } from '#server/http/pageCache/visitorPages'
import { withdrawRelease } from '#server/services/releases/withdrawRelease'
import { pageVersion } from '#server/services/visit/pageVersion'
import { visitProgramme, visitTalks } from '#server/services/visit/visitProgramme'
import { visitor } from '#shared/access/roles'
import type { TalkId } from '#shared/kernel/ids'
import { createExhibitor, createFair } from '#tests/factories/fair'
import { createPublishedFair, editDraft, type PublishedFair, releaseNow } from '#tests/factories/publishedFair'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
const guest = visitor('nl')
const notFound = expect.objectContaining({ code: 'NOT_FOUND' })
const MINUTE = 60_000
let counter = 0

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  deps = testDeps(database.sql)
})

/** A published fair with a stage, and talks that begin an hour from now, half an hour each. */
async function fairWithTalks(states: readonly string[]): Promise<PublishedFair & { slug: string }> {
  const slug = `programme-${++counter}`
  const fair = await createPublishedFair(deps, { slug, booths: 2 })
  const start = Math.floor(deps.clock.now().getTime() / MINUTE) + 60
  const person = `person-${slug}`
  await deps.sql`insert into people (id, fair_id, name, email, created_at)
    values (${person}, ${fair.fairId}, 'Élodie Zonderling', 'elodie@example.org', now())`
  const stage = { hallId: 'hall', name: { nl: 'Podium' }, place: [1000, 10_000, 4000, 3000, 0] }
  const talks = states.map((state, index) => ({
    title: { nl: `Sessie ${index}` },
    state,
    speakerIds: [person],
    slot: ['stage', start + index * 30, 30],
  }))
  await editDraft(deps, fair.fairId, [
    { op: 'put', kind: 'stages', id: 'stage', fields: stage },
    ...talks.map((fields, index) => ({ op: 'put' as const, kind: 'talks' as const, id: `talk${index}`, fields })),
  ])
  await releaseNow(deps, fair.owner, fair.fairId)
  return { ...fair, slug }
}

describe('visitProgramme', () => {
  it('shows confirmed talks with their speakers, and nobody’s address', async () => {
    const { slug } = await fairWithTalks(['confirmed', 'idea', 'invited'])
    const { fair, published } = await visitProgramme(deps)(guest, { slug })
    expect(fair.programme).toBe(true)
    expect([...(published?.release.programme.talks.keys() ?? [])]).toEqual(['talk0'])
    expect([...(published?.speakers.values() ?? [])].map(({ name }) => name)).toEqual(['Élodie Zonderling'])
    const { published: full } = await visitTalks(deps)(guest, { slug })
    expect(full?.booths).toHaveLength(2)
    expect(JSON.stringify([...(full?.speakers.values() ?? [])])).not.toContain('elodie@example.org')
  })

  it('is not there before publication, after withdrawal and under another name', async () => {
    const draft = `programme-draft-${++counter}`
    await createFair(deps.sql, { slug: draft })
    await expect(visitProgramme(deps)(guest, { slug: draft })).rejects.toEqual(notFound)
    await expect(visitProgramme(deps)(guest, { slug: 'nowhere' })).rejects.toEqual(notFound)
    const { slug, owner, fairId } = await fairWithTalks(['confirmed'])
    for (const number of [2, 1]) await withdrawRelease(deps)(owner, { fairId, number })
    await expect(visitTalks(deps)(guest, { slug })).rejects.toEqual(notFound)
  })
})

describe('pageVersion', () => {
  it('stays as long as nothing changes, and changes with the release, a name, the fair and the clock', async () => {
    const { slug, owner, fairId } = await fairWithTalks(['confirmed', 'confirmed'])
    const version = () => pageVersion(deps)(guest, { slug })
    const seen = [await version()]
    const expectAnother = async () => {
      const now = await version()
      expect(seen).not.toContain(now)
      expect(await version()).toBe(now)
      seen.push(now)
    }
    expect(await version()).toBe(seen[0])
    deps.clock.advance(59 * MINUTE)
    expect(await version()).toBe(seen[0])
    deps.clock.advance(MINUTE)
    await expectAnother()
    deps.clock.advance(30 * MINUTE)
    await expectAnother()
    await deps.sql`update people set name = 'Élodie Passerelle' where fair_id = ${fairId}`
    await expectAnother()
    await deps.sql`update fairs set venue_name = 'Elders' where id = ${fairId}`
    await expectAnother()
    await editDraft(deps, fairId, [{ op: 'set', kind: 'talks', id: 'talk0', fields: { state: 'cancelled' } }])
    expect(await version()).toBe(seen.at(-1))
    await releaseNow(deps, owner, fairId)
    await expectAnother()
    const { published } = await visitProgramme(deps)(guest, { slug })
    expect(published?.release.programme.talks.get('talk0' as TalkId)?.state).toBe('cancelled')
  })
})

describe('the kept pages', () => {
  async function serve() {
    let rendered = 0
    const app = express()
    app.use(visitorPages(createContainer(deps).services))
    app.get('*', (request, response) => {
      rendered++
      if (request.query.day === 'broken') response.status(500).type('html').send('broken')
      else response.type('html').send(`<p>${'rendered '.repeat(200)}${rendered} ${request.originalUrl}</p>`)
    })
    const server = app.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return {
      get: (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers }),
      rendered: () => rendered,
      close: () => server.close(),
    }
  }

  it('renders once for all, whole for each, and anew after a change', async () => {
    const { slug, fairId } = await fairWithTalks(['confirmed'])
    const server = await serve()
    const path = `/nl/fairs/${slug}/programme`
    const bodies = await Promise.all(Array.from({ length: 20 }, async () => (await server.get(path)).text()))
    expect(new Set(bodies).size).toBe(1)
    expect(server.rendered()).toBe(1)
    const plain = await server.get(path, { 'Accept-Encoding': 'identity' })
    expect(await plain.text()).toBe(bodies[0])
    expect(plain.headers.get('content-encoding')).toBeNull()
    const packed = await server.get(path, { 'Accept-Encoding': 'gzip' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(await packed.text()).toBe(bodies[0])
    const again = await server.get(path, { 'If-None-Match': packed.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)

    await deps.sql`update people set name = 'Iemand anders' where fair_id = ${fairId}`
    expect(await (await server.get(path)).text()).not.toBe(bodies[0])
    expect(server.rendered()).toBe(2)
    server.close()
  })

  it('keeps the plan and the fair’s page too, until a booth or an exhibitor changes, or a minute is over', async () => {
    const { slug, fairId } = await fairWithTalks(['confirmed'])
    const server = await serve()
    const paths = [`/nl/fairs/${slug}`, `/nl/fairs/${slug}/plan`, `/nl/embed/${slug}/plan?view=map`]
    const ask = async () => {
      for (const path of [...paths, ...paths]) expect((await server.get(path)).status).toBe(200)
      return server.rendered()
    }
    expect(await ask()).toBe(3)
    expect(await ask()).toBe(3)
    const booths = await deps.sql`update booths set claim_version = claim_version + 1 where fair_id = ${fairId}`
    expect(booths.count).toBeGreaterThan(0)
    expect(await ask()).toBe(6)
    await createExhibitor(deps.sql, fairId)
    expect(await ask()).toBe(9)
    deps.clock.advance(MINUTE)
    expect(await ask()).toBe(12)
    for (const path of [`/nl/fairs/${slug}/plan?print=all`, `/nl/fairs/${slug}?status=held`]) {
      await server.get(path)
      await server.get(path)
    }
    expect(server.rendered()).toBe(16)
    server.close()
  })

  it('leaves alone whoever has a session, searches, foreign words in the address, and what went wrong', async () => {
    const { slug } = await fairWithTalks(['confirmed'])
    const server = await serve()
    const path = `/nl/fairs/${slug}/programme`
    const asks: [string, Record<string, string>][] = [
      [path, { Cookie: 'beursvloer_session=somebody' }],
      [`${path}?q=x`, {}],
      [`${path}?utm_source=mail`, {}],
      [`${path}?day=a&day=b`, {}],
      [`${path}?day=broken`, {}],
      ['/nl/fairs/nowhere/programme', {}],
      ['/de/fairs/x/programme', {}],
    ]
    for (const [index, [address, headers]] of asks.entries()) {
      for (const nth of [1, 2]) {
        const answer = await server.get(address, headers)
        expect(answer.status, address).toBe(address.endsWith('broken') ? 500 : 200)
        expect(server.rendered(), address).toBe(index * 2 + nth)
      }
    }
    server.close()
  })
})
