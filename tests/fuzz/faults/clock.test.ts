import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { createTestDatabase, type TestDatabase } from '#tests/helpers/testDeps'
import { writeSnapshot } from '#tests/helpers/writeSnapshot'
import { type Stage, seeded, setStage } from './stage'

const HOUR_MS = 3_600_000
/** Of the app's clock; the last one takes it to before everything that is in the database. */
const STEPS_HOURS = [-1, 24, -25, 2, -24 * 400, 24 * 400]
const { seed, random } = seeded()

let database: TestDatabase
let sync: TestSync
let stage: Stage

beforeAll(async () => {
  console.log(`clock: SEED=${seed}`)
  database = await createTestDatabase()
  sync = await startTestSync(database.sql)
  stage = await setStage({ sql: database.sql, address: sync.url, editors: 5, random, clock: sync.deps.clock })
})
afterAll(async () => {
  stage?.close()
  await sync?.close()
  await database?.drop()
})

it('loses nothing when the clock is set back and forth, with people at work and people coming in', async () => {
  for (const hours of STEPS_HOURS) {
    const working = stage.work(performance.now() + 400)
    sync.deps.clock.advance(hours * HOUR_MS)
    stage.editors[0]?.breakLine()
    stage.editors[1]?.reload()
    await working
    await stage.settle(`SEED=${seed}, clock moved by ${hours} h`)
  }
  const snapshot = await writeSnapshot(sync.deps, stage.fairId)
  expect(snapshot.position).toBe(stage.witness.position)
})
