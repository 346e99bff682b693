import { afterAll, beforeAll, expect, it } from 'vitest'
import { type CuttingProxy, startCuttingProxy } from '#tests/helpers/cuttingProxy'
import { startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { createTestDatabase, type TestDatabase } from '#tests/helpers/testDeps'
import { type Stage, seeded, setStage } from './stage'

const ROUNDS = Number(process.env.ROUNDS ?? 5)
const { seed, random, pick } = seeded()
/** A frame is some fifty bytes, the document some thousands, the handshake some hundreds. */
const REACH = [400, 2000, 8000, 40_000]

let database: TestDatabase
let sync: TestSync
let proxy: CuttingProxy
let stage: Stage
let isCutting = false

beforeAll(async () => {
  console.log(`cuts: SEED=${seed} ROUNDS=${ROUNDS}`)
  database = await createTestDatabase()
  sync = await startTestSync(database.sql)
  proxy = await startCuttingProxy({
    nextCut: () =>
      isCutting
        ? {
            direction: pick(2) === 0 ? 'up' : 'down',
            afterBytes: 1 + pick(REACH[pick(4)] ?? 60),
            abruptly: pick(2) === 0,
          }
        : null,
    nextPiece: (length) => (pick(4) === 0 ? 1 + pick(length) : length),
  })
  proxy.pointAt(Number(new URL(sync.url).port))
  const address = `ws://127.0.0.1:${proxy.port}/sync`
  stage = await setStage({ sql: database.sql, address, editors: 10, random, clock: sync.deps.clock, restless: true })
})
afterAll(async () => {
  stage?.close()
  await proxy?.close()
  await sync?.close()
  await database?.drop()
})

/** So that everyone's next connection is one of this time. */
const breakLines = () => {
  for (const editor of stage.editors) editor.breakLine()
}

it('loses nothing when connections are cut at any byte, in either direction', {
  timeout: 120_000 + ROUNDS * 20_000,
}, async () => {
  for (let round = 1; round <= ROUNDS; round++) {
    isCutting = true
    breakLines()
    await stage.work(performance.now() + 2000)
    isCutting = false
    breakLines()
    await stage.settle(`SEED=${seed}, round ${round}`)
  }
  console.log(`cuts: ${proxy.cuts} connections cut, ${stage.witness.position} updates`)
  expect(proxy.cuts).toBeGreaterThan(ROUNDS * 10)
})
