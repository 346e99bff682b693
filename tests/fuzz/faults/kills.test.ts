import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Sql } from '#server/db/client'
import { loadDocument } from '#server/services/documents/loadDocument'
import { type CuttingProxy, startCuttingProxy } from '#tests/helpers/cuttingProxy'
import { type DatabaseKill, type FaultyCluster, onceBack, startFaultyCluster } from '#tests/helpers/faultyCluster'
import { testDeps } from '#tests/helpers/testDeps'
import { type AppProcess, type AppProgram, buildApp } from './appProcess'
import { type Stage, seeded, setStage, wait } from './stage'

const ROUNDS = Number(process.env.ROUNDS ?? 200)
const EDITORS = 10
const { seed, random, pick } = seeded()

let cluster: FaultyCluster
let sql: Sql
let program: AppProgram
let proxy: CuttingProxy
let app: AppProcess
let stage: Stage

/** Once the database is up: whoever starts the app waits for that, or starts it again. */
async function startApp(): Promise<void> {
  await onceBack(() => sql`select 1`)
  const { socketFolder, database } = cluster
  app = await program.start({ socketFolder, database, sessionSecret: testDeps(sql).sessionSecret })
  proxy.pointAt(app.port)
}

beforeAll(async () => {
  console.log(`kills: SEED=${seed} ROUNDS=${ROUNDS}`)
  ;[cluster, program, proxy] = await Promise.all([startFaultyCluster(), buildApp(), startCuttingProxy()])
  sql = cluster.connect()
  await startApp()
  const address = `ws://127.0.0.1:${proxy.port}/sync`
  stage = await setStage({ sql, address, editors: EDITORS, random, restless: true })
})
afterAll(async () => {
  stage?.close()
  await app?.kill()
  await proxy?.close()
  await cluster?.close()
  await program?.remove()
})

const killApp = async () => {
  proxy.pointAt(null)
  await app.kill()
}

const killDatabase = async () => {
  const how = (['child', 'postmaster', 'all'] as const satisfies DatabaseKill[])[pick(3)] ?? 'all'
  await cluster.kill(how, pick)
  if (how !== 'child') await cluster.start()
  await onceBack(() => sql`select 1`)
}

const FAULTS = {
  app: async () => {
    await killApp()
    await startApp()
  },
  database: killDatabase,
  both: async () => {
    const gap = pick(30)
    if (pick(2) === 0) await Promise.all([killApp(), wait(gap).then(killDatabase)])
    else await Promise.all([killDatabase(), wait(gap).then(killApp)])
    await startApp()
  },
}
type Fault = keyof typeof FAULTS

it(`loses nothing in ${ROUNDS} rounds of kill -9`, { timeout: 120_000 + ROUNDS * 10_000 }, async () => {
  const count = { app: 0, database: 0, both: 0 }
  for (let round = 1; round <= ROUNDS; round++) {
    const roll = random()
    const fault: Fault = roll < 0.4 ? 'app' : roll < 0.75 ? 'database' : 'both'
    count[fault]++
    const moment = 20 + pick(180)
    const working = stage.work(performance.now() + moment + pick(150))
    await wait(moment)
    await FAULTS[fault]()
    await working
    await stage.settle(`SEED=${seed}, round ${round}, after the kill of ${fault}`)
    expect(app.isRunning(), 'the app outlives its database').toBe(true)
  }
  const { doc } = await loadDocument(sql, stage.fairId)
  stage.witness.expectSame(doc)
  console.log(`kills: ${stage.witness.position} updates, ${JSON.stringify(count)}`)
})
