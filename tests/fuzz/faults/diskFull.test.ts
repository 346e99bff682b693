import { afterAll, beforeAll, expect, it } from 'vitest'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import { eventually } from '#tests/helpers/eventually'
import { type FaultyCluster, startFaultyCluster } from '#tests/helpers/faultyCluster'
import { type FullableDisk, fullableDisk } from '#tests/helpers/smallDisk'
import { rawClient, updatesOf } from '#tests/helpers/syncClients'
import { startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { type Stage, seeded, setStage, wait } from './stage'

const { seed, random } = seeded()

let disk: FullableDisk
let cluster: FaultyCluster
let sync: TestSync
let stage: Stage

beforeAll(async () => {
  disk = await fullableDisk()
  console.log(`disk full: SEED=${seed}, by ${disk.how}`)
  cluster = await startFaultyCluster({ folder: disk.folder })
  const sql = cluster.connect()
  sync = await startTestSync(sql)
  stage = await setStage({ sql, address: sync.url, editors: 10, random, clock: sync.deps.clock })
})
afterAll(async () => {
  stage?.close()
  await sync?.close()
  await cluster?.close()
  await disk?.remove()
})

/** A booth with so long a name that it takes a page of its own. */
const large = (n: number) => {
  const doc = createFairDocument()
  const name = Array.from({ length: 16_000 }, () => String.fromCharCode(33 + Math.floor(random() * 90))).join('')
  const change = () => applyPatch(doc, [{ op: 'put', kind: 'booths', id: `large${n}`, fields: { number: name } }])
  return updatesOf(doc, change)[0]!
}

it('says "Saved" of nothing that did not fit on the disk, and has it once there is room', {
  timeout: 180_000,
}, async () => {
  const { fairId, editors, actors } = stage
  const cookie = await sync.cookieFor(actors[0]!)
  await disk.fill(cluster.pids())
  // Large ones until one does not fit: what is left of open pages takes small ones for a while.
  let refused = 0
  for (let n = 0; refused === 0; n++) {
    const raw = rawClient(sync.url, fairId, { cookie, params: { ack: '1' } })
    await raw.opened
    raw.sendEdits('update', large(n))
    await eventually(() => expect(raw.acks.length > 0 || raw.ws.readyState === raw.ws.CLOSED).toBe(true), 30_000)
    if (raw.acks.length === 0) refused = (await raw.closed).code
    raw.ws.close()
  }
  expect(refused, 'who could not be stored is asked to come again').toBe(1013)

  const lines = () => editors.reduce((sum, editor) => sum + editor.lines, 0)
  const before = lines()
  await stage.work(performance.now() + 4000)
  console.log(`disk full: ${lines() - before} connections of ${editors.length} editors in 4 s`)
  expect(lines() - before, 'nobody comes back in a storm').toBeLessThan(10 * editors.length)

  await disk.free(cluster.pids())
  await wait(500)
  if (!cluster.isRunning()) await cluster.start()
  await stage.settle(`SEED=${seed}: there is room again`)
})
