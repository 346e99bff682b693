import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { storableJson } from '#server/db/storableJson'
import type { Deps } from '#server/deps'
import { appendUpdate } from '#server/services/documents/appendUpdate'
import { createDecodedDocuments } from '#server/services/documents/decodedDocuments'
import { loadDocument } from '#server/services/documents/loadDocument'
import { projectFair } from '#server/services/documents/projectFairs'
import { applyPatch, type FairDocument, readPlan, storedFields } from '#shared/document/fairDocument'
import type { Json, Patch } from '#shared/document/patch'
import type { FairId } from '#shared/kernel/ids'
import { createFair } from '#tests/factories/fair'
import { rowPlan } from '#tests/factories/publishedFair'
import { seededRandom } from '#tests/helpers/seededRandom'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

let database: TestDatabase
let deps: Deps

beforeAll(async () => {
  console.log(`SEED=${SEED}`)
  database = await createTestDatabase()
  deps = testDeps(database.sql)
})
afterAll(() => database.drop())

async function append(fairId: FairId, write: (doc: FairDocument) => void): Promise<void> {
  const { doc } = await loadDocument(deps.sql, fairId)
  const before = Y.encodeStateVector(doc)
  write(doc)
  const bytes = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  await deps.sql.begin((tx) => appendUpdate(tx, { fairId, bytes, accountId: null }))
}
const edit = (fairId: FairId, patch: Patch) => append(fairId, (doc) => applyPatch(doc, patch))

const talk = (title: string, more: Record<string, Json> = {}) => ({ title: { nl: title }, state: 'confirmed', ...more })
const put = (id: string, fields: Record<string, Json>) => ({ op: 'put', kind: 'talks', id, fields }) as const
const set = (id: string, fields: Record<string, Json>) => ({ op: 'set', kind: 'talks', id, fields }) as const

const standing = (fairId: FairId) => deps.sql`
  select id, title, kind, state, sector_id as "sectorId", speaker_ids as "speakerIds", fields
  from talks where fair_id = ${fairId} and not removed order by id collate "C"`

/** What the rows ought to say, straight from the document. */
async function expected(fairId: FairId) {
  const { doc } = await loadDocument(deps.sql, fairId)
  const rows = [...readPlan(doc).plan.talks.values()]
    .filter((one) => !one.removed)
    .map(({ id, title, kind, state, sectorId, speakerIds }) =>
      storableJson({ id, title, kind, state, sectorId, speakerIds, fields: storedFields(doc, { kind: 'talks', id }) }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  doc.destroy()
  return rows
}

async function fairWithTalks() {
  const fairId = await createFair(deps.sql, { plan: rowPlan(1) })
  await edit(fairId, [put('t1', talk('Eén', { speakerIds: ['p2', 'p1'], note: 'kept' })), put('t2', talk('Twee'))])
  return fairId
}

it('rows follow the document, and are written only where something changed', async () => {
  const fairId = await fairWithTalks()
  const project = projectFair(deps, createDecodedDocuments())
  await project(fairId)
  expect(await standing(fairId)).toEqual(await expected(fairId))
  const versions = () => deps.sql<{ id: string; xmin: string }[]>`
    select id, xmin::text from talks where fair_id = ${fairId} order by id`
  const before = await versions()
  await edit(fairId, [set('t2', { kind: 'workshop', slot: ['s', 29_000_000, 30] })])
  await project(fairId)
  await projectFair(deps)(fairId)
  expect(await standing(fairId)).toEqual(await expected(fairId))
  const after = await versions()
  expect(after[0]).toEqual(before[0])
  expect(after[1]).not.toEqual(before[1])
})

it('what is removed, deleted or broken keeps its last readable row, flagged; and may come back', async () => {
  const fairId = await fairWithTalks()
  const project = projectFair(deps, createDecodedDocuments())
  await edit(
    fairId,
    ['deleted', 'broken', 'nomap'].map((id) => put(id, talk(id))),
  )
  await project(fairId)
  await edit(fairId, [
    set('t1', { removed: true }),
    { op: 'delete', kind: 'talks', id: 'deleted' },
    set('broken', { state: 'perhaps' }),
    put('never', { title: 12 }),
    put('no id!', talk('x')),
  ])
  await append(fairId, (doc) => doc.getMap('talks').set('nomap', 'text'))
  await project(fairId)
  const rows = await deps.sql`select id, removed, title from talks where fair_id = ${fairId} order by id`
  expect(rows).toEqual([
    { id: 'broken', removed: true, title: { nl: 'broken' } },
    { id: 'deleted', removed: true, title: { nl: 'deleted' } },
    { id: 'nomap', removed: true, title: { nl: 'nomap' } },
    { id: 't1', removed: true, title: { nl: 'Eén' } },
    { id: 't2', removed: false, title: { nl: 'Twee' } },
  ])
  await edit(fairId, [set('t1', { removed: false }), set('broken', { state: 'idea' })])
  await project(fairId)
  expect(await standing(fairId)).toEqual(await expected(fairId))
  expect(await standing(fairId)).toHaveLength(3)
})

it('what was deleted while no process was alive goes with the next one', async () => {
  const fairId = await fairWithTalks()
  await projectFair(deps)(fairId)
  await edit(fairId, [{ op: 'delete', kind: 'talks', id: 't1' }])
  await projectFair(deps, createDecodedDocuments())(fairId)
  expect((await standing(fairId)).map((row) => row.id)).toEqual(['t2'])
})

it('takes text that a database cannot hold', async () => {
  const fairId = await fairWithTalks()
  await edit(fairId, [put('odd', talk('a\u0000b\ud800', { abstract: { nl: '\u0000' } }))])
  await projectFair(deps)(fairId)
  expect((await standing(fairId)).find((row) => row.id === 'odd')).toMatchObject({ title: { nl: 'a\ufffdb\ufffd' } })
})

it('a pass that fails half-way leaves nothing behind, and the next one does it all', async () => {
  const fairId = await fairWithTalks()
  const project = projectFair(deps, createDecodedDocuments())
  await project(fairId)
  const before = await standing(fairId)
  await edit(fairId, [
    set('t1', { title: { nl: 'Anders' } }),
    set('t2', { removed: true }),
    { op: 'set', kind: 'booths', id: 'b0', fields: { number: 'Z9' } },
  ])
  await deps.sql`create function fail() returns trigger language plpgsql as $$ begin raise 'power cut'; end $$`
  await deps.sql`create trigger fail before update of removed on talks for each row when (new.removed) execute function fail()`
  await expect(project(fairId)).rejects.toThrow('power cut')
  expect(await standing(fairId)).toEqual(before)
  await deps.sql`drop trigger fail on talks`
  await project(fairId)
  expect(await standing(fairId)).toEqual(await expected(fairId))
  expect(await deps.sql`select number from booths where fair_id = ${fairId}`).toEqual([{ number: 'Z9' }])
})

it('rows equal the document after random edits, whoever projects them and whoever dies meanwhile', async () => {
  const random = seededRandom(SEED)
  const pick = <T>(...choices: T[]): T => choices[Math.floor(random() * choices.length)]!
  const fairId = await fairWithTalks()
  const id = () => `r${Math.floor(random() * 12)}`
  const fields = (): Record<string, Json> =>
    pick<Record<string, Json>>(
      { title: { nl: `Titel ${random()}` } },
      { state: pick('idea', 'invited', 'confirmed', 'cancelled', 'nonsense') },
      { kind: pick('talk', 'break') },
      { speakerIds: pick<Json>(['a', 'b'], [], 'nobody') },
      { sectorId: pick<Json>('music', null) },
      { slot: pick<Json>(null, ['s', 29_000_000, 45], ['s']) },
      { removed: pick(true, false) },
    )
  const change = () =>
    pick<() => Patch[number]>(
      () => put(id(), talk(`Nieuw ${random()}`)),
      () => set(id(), fields()),
      () => set(id(), fields()),
      () => set(id(), fields()),
      () => ({ op: 'delete', kind: 'talks', id: id() }),
      () => ({ op: 'put', kind: 'halls', id: 'other', fields: { name: { nl: 'H' }, outline: [] } }),
    )()
  // Two processes; one of them dies now and then, and another takes its place.
  let processes = [projectFair(deps, createDecodedDocuments()), projectFair(deps, createDecodedDocuments())]
  for (let round = 0; round < 60; round++) {
    await edit(
      fairId,
      Array.from({ length: 1 + Math.floor(random() * 4) }, () => change()),
    )
    if (random() < 0.2) processes = [processes[1]!, projectFair(deps, createDecodedDocuments())]
    if (random() < 0.2) processes = [processes[1]!, projectFair(deps, createDecodedDocuments())]
    if (random() < 0.6) {
      await Promise.all(processes.filter(() => random() < 0.7).map((project) => project(fairId)))
    }
    if (random() < 0.3) {
      await processes[0]!(fairId)
      expect(await standing(fairId), `SEED=${SEED} round ${round}`).toEqual(await expected(fairId))
    }
  }
  await projectFair(deps)(fairId)
  expect(await standing(fairId), `SEED=${SEED}`).toEqual(await expected(fairId))
})
