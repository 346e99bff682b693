import { afterAll, beforeAll, expect, it } from 'vitest'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import { type FaultyCluster, startFaultyCluster } from '#tests/helpers/faultyCluster'
import { rawClient, updatesOf } from '#tests/helpers/syncClients'
import { startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { Editor } from './editor'
import { gesture } from './gestures'
import { type Stage, seeded, setStage, wait } from './stage'

const PAUSE_MS = 20_000
const { seed, random } = seeded()

let cluster: FaultyCluster
let sync: TestSync
let stage: Stage

beforeAll(async () => {
  console.log(`database paused: SEED=${seed}`)
  cluster = await startFaultyCluster()
  const sql = cluster.connect()
  sync = await startTestSync(sql)
  stage = await setStage({ sql, address: sync.url, editors: 10, random, clock: sync.deps.clock })
})
afterAll(async () => {
  cluster?.resume()
  stage?.close()
  await sync?.close()
  await cluster?.close()
})

it('promises and shows nothing while PostgreSQL stands still, and has everything when it goes on', {
  timeout: 180_000,
}, async () => {
  const { fairId, editors, actors } = stage
  const cookie = await sync.cookieFor(actors[0]!)
  const raw = rawClient(sync.url, fairId, { cookie, params: { ack: '1' } })
  await raw.opened
  cluster.pause()
  // What it had answered by then may still be on its way.
  await wait(500)
  for (const editor of editors) {
    editor.received = []
    gesture(editor.doc, random)
    editor.shown.clear()
  }
  const before = { acks: raw.acks.length, updates: raw.updates.length }
  const stranger = createFairDocument()
  const [edit] = updatesOf(stranger, () =>
    applyPatch(stranger, [{ op: 'put', kind: 'booths', id: 'raw', fields: { number: 'R1' } }]),
  )
  raw.sendEdits('update', edit!)
  const newcomer = new Editor({ address: sync.url, fairId, cookie })
  await stage.work(performance.now() + PAUSE_MS)

  expect({ acks: raw.acks.length, updates: raw.updates.length }).toEqual(before)
  expect((await raw.closed).code, 'who waits is asked to come again').toBe(1013)
  for (const editor of editors) {
    expect(editor.received).toEqual([])
    expect(editor.shown.has('saved'), 'nobody is told "Saved"').toBe(false)
    expect(editor.shown.has('reconnecting'), 'and it is seen that something is wrong').toBe(true)
    expect(editor.view).toMatchObject({ changes: expect.any(Number) })
    expect((editor.view as { changes: number }).changes, 'people go on').toBeGreaterThan(10)
  }
  expect(newcomer.shown.has('saved')).toBe(false)
  expect(newcomer.view.kind).toMatch(/connecting|offline/)

  cluster.resume()
  stage.editors.push(newcomer)
  await stage.settle(`SEED=${seed}: it goes on`)
})
