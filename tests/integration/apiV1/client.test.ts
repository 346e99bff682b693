import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import openapiTypes, { astToString } from 'openapi-typescript'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createExhibitor } from '#tests/factories/fair'
import { createPerson, createProgrammeFair, FIRST_MORNING, putStage, putTalk } from '#tests/factories/programmeFair'
import { startTestServer, type TestServer } from '#tests/helpers/httpServer'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'

const run = promisify(execFile)
const TALKS = 230

let database: TestDatabase
let server: TestServer
/** Within the project, so that the client finds its libraries. */
let folder: string

beforeAll(async () => {
  database = await createTestDatabase()
  const deps = testDeps(database.sql)
  server = await startTestServer(deps)
  await mkdir('.cache', { recursive: true })
  folder = await mkdtemp(path.resolve('.cache/api-client-'))
  const { fairId } = await createProgrammeFair(
    deps,
    async (id) => {
      for (let n = 0; n < 12; n++) await createPerson(deps, id, `p${n}`)
      return [
        ...['s0', 's1', 's2'].map((stage) => putStage(stage)),
        ...Array.from({ length: TALKS }, (_, n) =>
          putTalk(`t${n}`, { slot: [`s${n % 3}`, FIRST_MORNING + n * 5, 5], speakerIds: [`p${n % 12}`] }),
        ),
      ]
    },
    { slug: 'client', booths: 70 },
  )
  const now = deps.clock.now()
  for (let n = 0; n < 60; n++) {
    const exhibitorId = await createExhibitor(deps.sql, fairId, null, { name: `Exposant ${n}` })
    await deps.sql`insert into claims (id, fair_id, booth_id, exhibitor_id, state, created_at, changed_at)
      values (${`c${n}`}, ${fairId}, ${`b${n}`}, ${exhibitorId}, 'confirmed', ${now}, ${now})`
  }
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await server.close()
  await database.drop()
})

/** What a stranger would write who has only the description. */
const CLIENT = `
import createClient from 'openapi-fetch'
import type { components, paths } from './api.js'

const [, , origin = ''] = process.argv
const api = createClient<paths>({ baseUrl: origin + '/api/v1' })

type Answer<T> = { data?: { data: T[]; nextCursor: string | null }; error?: components['schemas']['Problem'] }

async function all<T>(ask: (cursor: string | undefined) => Promise<Answer<T>>): Promise<T[]> {
  const found: T[] = []
  for (let cursor: string | undefined; ; ) {
    const { data, error } = await ask(cursor)
    if (!data) throw new Error(error?.error.message)
    found.push(...data.data)
    if (data.nextCursor === null) return found
    cursor = data.nextCursor
  }
}

const inFair = (cursor: string | undefined, limit = 50) =>
  ({ params: { path: { slug: 'client' }, query: { limit, lang: 'en', ...(cursor === undefined ? {} : { cursor }) } } }) as const

const [fair] = await all((cursor) => api.GET('/fairs', { params: { query: { ...(cursor === undefined ? {} : { cursor }) } } }))
const talks = await all((cursor) => api.GET('/fairs/{slug}/talks', inFair(cursor)))
const speakers = await all((cursor) => api.GET('/fairs/{slug}/speakers', inFair(cursor, 5)))
const stages = await all((cursor) => api.GET('/fairs/{slug}/stages', inFair(cursor, 1)))
const sectors = await all((cursor) => api.GET('/fairs/{slug}/sectors', inFair(cursor, 1)))
const halls = await all((cursor) => api.GET('/fairs/{slug}/halls', inFair(cursor)))
const booths = await all((cursor) => api.GET('/fairs/{slug}/booths', inFair(cursor, 33)))
const exhibitors = await all((cursor) => api.GET('/fairs/{slug}/exhibitors', inFair(cursor, 7)))
const releases = await all((cursor) => api.GET('/fairs/{slug}/releases', inFair(cursor, 1)))
const one = await api.GET('/fairs/{slug}', { params: { path: { slug: 'client' } } })
const talk = await api.GET('/fairs/{slug}/talks/{id}', { params: { path: { slug: 'client', id: talks[0]?.id ?? '' } } })
const speaker = await api.GET('/fairs/{slug}/speakers/{id}', { params: { path: { slug: 'client', id: talk.data?.speakers[0]?.id ?? '' } } })
const wrong = await api.GET('/fairs/{slug}/talks', { params: { path: { slug: 'client' }, query: { day: 'today' } } })
// @ts-expect-error: the description knows no such kind
await api.GET('/fairs/{slug}/talks', { params: { path: { slug: 'client' }, query: { kind: 'concert' } } })

const minutes: number = talks.reduce((sum, { slots }) => sum + slots.reduce((all, { start, end }) => all + (Date.parse(end) - Date.parse(start)) / 60_000, 0), 0)
const distinct = (items: { id: string }[]): number => new Set(items.map(({ id }) => id)).size
console.log(JSON.stringify({
  fair: fair?.slug, talks: distinct(talks), speakers: distinct(speakers), stages: distinct(stages), sectors: distinct(sectors), halls: distinct(halls),
  booths: distinct(booths), exhibitors: distinct(exhibitors), releases: releases.map(({ number }) => number),
  counts: one.data?.counts, talk: talk.data?.title, speaker: speaker.data?.talkIds.length, wrong: wrong.error?.error.fields?.[0]?.path, minutes,
}))
`

it('a client that knows nothing but the description compiles, and reads everything', async () => {
  const description = new URL('/api/v1/openapi.json', server.url)
  await writeFile(path.join(folder, 'api.ts'), astToString(await openapiTypes(description)))
  await writeFile(path.join(folder, 'client.ts'), CLIENT)
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
  const compilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ target: 'ES2022', module: 'NodeNext', moduleResolution: 'NodeNext', types: ['node'], skipLibCheck: true },
  }
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['client.ts'] }))
  const compiled = await run(process.execPath, [path.resolve('node_modules/typescript/bin/tsc'), '-p', folder]).catch(
    ({ stdout }: { stdout: string }) => ({ stdout }),
  )
  expect(compiled.stdout).toBe('')
  const { stdout } = await run(process.execPath, [path.join(folder, 'client.js'), server.url])
  expect(JSON.parse(stdout)).toEqual({
    fair: 'client',
    talks: TALKS,
    speakers: 12,
    stages: 3,
    sectors: 2,
    halls: 1,
    booths: 70,
    exhibitors: 60,
    releases: [2, 1],
    counts: { talks: TALKS, speakers: 12, stages: 3, sectors: 2, halls: 1, booths: 70 },
    talk: 'Sessie t0',
    speaker: Math.ceil(TALKS / 12),
    wrong: 'day',
    minutes: TALKS * 5,
  })
})
