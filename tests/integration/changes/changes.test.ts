import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import { visitor } from '#shared/access/roles'
import type { StoredFields } from '#shared/document/patch'
import { createAccount } from '#tests/factories/fair'
import { createProgrammeFair, FIRST_MORNING, putStage, putTalk } from '#tests/factories/programmeFair'
import { boothId, editDraft, type PublishedFair, releaseNow } from '#tests/factories/publishedFair'
import { startTestServer, type TestServer } from '#tests/helpers/httpServer'
import { rejectedWith } from '#tests/helpers/reject'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let services: Services
let server: TestServer

beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
  services = createServices(deps)
  server = await startTestServer(deps)
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const NASTY = 'Naïef "]]> <b onclick=alert(1)>& \u{1F3AA}'
const at = (hours: number, stage = 'north'): StoredFields => ({ slot: [stage, FIRST_MORNING + hours * 60, 45] })
const set = (id: string, fields: StoredFields) => ({ op: 'set', kind: 'talks', id, fields }) as const
const anyone = visitor('en')

let count = 0
async function fairWithHistory() {
  const slug = `history-${count++}`
  const fair = await createProgrammeFair(
    deps,
    () => [
      putStage('north'),
      putStage('south'),
      putTalk('one', { title: { nl: NASTY }, ...at(1) }),
      putTalk('two', at(2)),
    ],
    { slug },
  )
  return { ...fair, slug }
}

async function publish({ fairId, owner }: PublishedFair, note: string): Promise<number> {
  deps.clock.advance(60_000)
  const { position } = await services.releases.releasePreview(owner, { fairId })
  const input = { fairId, expectedPosition: position, confirmed: true, note }
  return (await services.releases.publishRelease(owner, input)).number
}

describe('what changed', () => {
  it('is told from release to release, the newest first, withdrawn ones left out', async () => {
    const fair = await fairWithHistory()
    const { fairId, owner, slug } = fair
    await editDraft(deps, fairId, [
      set('one', at(5, 'south')),
      set('two', { state: 'cancelled', audience: 99 }),
      { op: 'set', kind: 'booths', id: boothId(0), fields: { number: 'Z1' } },
      { op: 'set', kind: 'stages', id: 'south', fields: { equipment: ['projector'] } },
    ])
    await publish(fair, 'Podium verhuisd')
    await editDraft(deps, fairId, [putTalk('three', at(7))])
    const withdrawn = await publish(fair, 'Te vroeg')
    await services.releases.withdrawRelease(owner, { fairId, number: withdrawn })
    await editDraft(deps, fairId, [putTalk('four', at(8))])
    await publish(fair, '')
    const { releases, pages } = await services.changes.fairChanges(anyone, { slug, size: 10 })
    expect(pages).toBe(1)
    expect(releases.map(({ number }) => number)).toEqual([5, 3, 2, 1])
    const [newest, moved, , first] = releases
    expect(newest?.talks.map(({ id, changes }) => [id, changes])).toEqual([
      ['three', ['new']],
      ['four', ['new']],
    ])
    expect(moved).toMatchObject({ note: 'Podium verhuisd', others: 0, first: false })
    expect(moved?.booths).toEqual([{ id: boothId(0), number: 'Z1', before: 'A1', changes: ['renumbered'] }])
    expect(moved?.talks).toMatchObject([
      {
        id: 'one',
        changes: ['moved', 'retimed'],
        now: [{ stage: { nl: 'Zaal south' }, start: FIRST_MORNING + 300 }],
        was: [{ stage: { nl: 'Zaal north' }, start: FIRST_MORNING + 60 }],
      },
      { id: 'two', changes: ['cancelled'], fields: [] },
    ])
    expect(first).toMatchObject({ first: true, boothCount: 6, talkCount: 0, booths: [], talks: [] })
  })

  it('comes in pages that fit together, whatever page is asked for', async () => {
    const fair = await fairWithHistory()
    for (let n = 0; n < 5; n++) {
      await editDraft(deps, fair.fairId, [set('one', at(n + 2))])
      await publish(fair, `nr ${n}`)
    }
    const numbersOn = async (page: number) => {
      const found = await services.changes.fairChanges(anyone, { slug: fair.slug, size: 3, page })
      expect(found.pages).toBe(3)
      return found.releases.map(({ number, talks }) => [number, talks.length])
    }
    expect(await numbersOn(1)).toEqual([
      [7, 1],
      [6, 1],
      [5, 1],
    ])
    expect(await numbersOn(2)).toEqual([
      [4, 1],
      [3, 1],
      [2, 2],
    ])
    expect(await numbersOn(3)).toEqual([[1, 0]])
    expect(await numbersOn(99)).toEqual([[1, 0]])
    expect(await numbersOn(0)).toEqual(await numbersOn(1))
  })

  it('is not there for a fair that visitors do not see', async () => {
    const fair = await fairWithHistory()
    await rejectedWith(services.changes.fairChanges(anyone, { slug: 'nowhere', size: 3 }), 'NOT_FOUND')
    for (const number of [2, 1]) await services.releases.withdrawRelease(fair.owner, { fairId: fair.fairId, number })
    await rejectedWith(services.changes.fairChanges(anyone, { slug: fair.slug, size: 3 }), 'NOT_FOUND')
    const stranger = await createAccount(deps.sql)
    await rejectedWith(services.changes.fairChanges(stranger, { slug: fair.slug, size: 3 }), 'NOT_FOUND')
    const seen = await services.changes.fairChanges(fair.owner, { slug: fair.slug, size: 3 })
    expect(seen).toMatchObject({ latest: null, releases: [] })
    expect((await fetch(`${server.url}/fairs/${fair.slug}/changes.atom`)).status).toBe(404)
  })
})

describe('the feed', () => {
  const feed = (slug: string, query = '', headers: Record<string, string> = {}) =>
    fetch(`${server.url}/fairs/${slug}/changes.atom${query}`, { headers })
  interface Parsed {
    feed: {
      id: string
      title: string
      updated: string
      link: { '@rel': string; '@href': string }[]
      '@xml:lang': string
      entry: {
        id: string
        title: string
        updated: string
        content: { '#text': string; '@type': string }
        link: { '@href': string }
      }[]
    }
  }
  const parse = (text: string): Parsed => {
    expect(XMLValidator.validate(text)).toBe(true)
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', htmlEntities: true })
    return parser.parse(text) as Parsed
  }

  it('has what RFC 4287 asks for, in the reader’s language, with everything escaped', async () => {
    const fair = await fairWithHistory()
    await editDraft(deps, fair.fairId, [set('one', at(5))])
    await publish(fair, `Nieuw uur\n${NASTY}`)
    const response = await feed(fair.slug, '?lang=fr')
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const text = await response.text()
    expect(text).not.toContain('<b onclick')
    const { feed: parsed } = parse(text)
    expect(parsed['@xml:lang']).toBe('fr')
    expect(parsed.title).toBe('Testbeurs : ce qui a changé')
    expect(parsed.id).toBe(`tag:127.0.0.1,2026:fairs/${fair.fairId}/changes`)
    expect(new Date(parsed.updated)).toEqual(deps.clock.now())
    expect(parsed.link.find((link) => link['@rel'] === 'self')?.['@href']).toBe(
      `http://127.0.0.1:3000/fairs/${fair.slug}/changes.atom?lang=fr`,
    )
    expect(new Set(parsed.entry.map(({ id }) => id)).size).toBe(3)
    const [entry] = parsed.entry
    expect(entry?.title).toBe('Publication 3 : 1 session à un autre moment')
    expect(entry?.link['@href']).toBe(`http://127.0.0.1:3000/fr/fairs/${fair.slug}/changes#release-3`)
    expect(entry?.content['#text']).toContain('&#60;b onclick=alert(1)&#62;')
    expect(entry?.content['#text']).toContain('ven. 12 mars')
  })

  it('says by itself when nothing is new, and is another when a release is withdrawn', async () => {
    const fair = await fairWithHistory()
    const dutch = { 'accept-language': 'nl-BE, en;q=0.5' }
    const first = await feed(fair.slug, '', dutch)
    const tag = first.headers.get('etag') ?? ''
    expect(parse(await first.text()).feed['@xml:lang']).toBe('nl')
    // Without the last header Node's fetch asks for a fresh copy.
    const again = { ...dutch, 'if-none-match': tag, 'cache-control': 'max-age=0' }
    expect((await feed(fair.slug, '', again)).status).toBe(304)
    deps.clock.advance(5000)
    await services.releases.withdrawRelease(fair.owner, { fairId: fair.fairId, number: 2 })
    const after = await feed(fair.slug, '?lang=en', again)
    expect(after.status).toBe(200)
    const parsed = parse(await after.text()).feed
    expect(new Date(parsed.updated)).toEqual(deps.clock.now())
    expect([parsed.entry].flat().map(({ title }) => title)).toEqual([
      'Publication 1: Published for the first time: 6 booths.',
    ])
  })

  it('of a fair that is not there is not there either; other methods are refused', async () => {
    expect((await feed('nowhere')).status).toBe(404)
    const fair = await fairWithHistory()
    const posted = await fetch(`${server.url}/fairs/${fair.slug}/changes.atom`, { method: 'DELETE' })
    expect(posted.status).toBe(405)
  })
})

it('releasing leaves one fair’s history out of another’s', async () => {
  const [one, other] = [await fairWithHistory(), await fairWithHistory()]
  await releaseNow(deps, one.owner, one.fairId)
  const { releases } = await services.changes.fairChanges(anyone, { slug: other.slug, size: 10 })
  expect(releases).toHaveLength(2)
})
