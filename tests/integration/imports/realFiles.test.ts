import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import { loadPlan } from '#server/services/documents/loadDocument'
import { readProgrammeContext } from '#server/services/programme/programmeContext'
import type { TalkId } from '#shared/kernel/ids'
import { checkPlan } from '#shared/plan/checks/planChecker'
import { ConflictChecker } from '#shared/programme/conflicts/conflictChecker'
import type { ConflictRuleId } from '#shared/programme/conflicts/types'
import { createAccount, createFair, createMember } from '#tests/factories/fair'
import { rowPlan } from '#tests/factories/publishedFair'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

/** Programmes of real conferences, lying beside the project; absent on other machines. */
const FOLDER = path.resolve('../shared/data/schedules')
const files = existsSync(FOLDER) ? readdirSync(FOLDER) : []

interface Expected {
  talks: number
  rooms: number
  /** Found by others in the same files. */
  doubleSpeakers?: number
  doubleRooms?: number
}
const EXPECTED: Readonly<Record<string, Expected>> = {
  'fosdem-2007.xml': { talks: 215, rooms: 18 },
  'fosdem-2013.xml': { talks: 487, rooms: 24 },
  'fosdem-2022.xml': { talks: 730, rooms: 102, doubleSpeakers: 1, doubleRooms: 0 },
  'fosdem-2025.xml': { talks: 943, rooms: 40, doubleSpeakers: 1, doubleRooms: 0 },
}

let database: TestDatabase
let deps: TestDeps
let services: Services
beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
  services = createServices(deps)
})
afterAll(() => database.drop())

const bytesOf = (name: string) => readFileSync(path.join(FOLDER, name))

async function organisedFair() {
  const actor = await createAccount(database.sql)
  const fairId = await createFair(database.sql, { plan: rowPlan(4) })
  await createMember(database.sql, fairId, actor)
  return { actor, fairId }
}
type Organised = Awaited<ReturnType<typeof organisedFair>>

async function bring({ actor, fairId }: Organised, bytes: Uint8Array, fileName: string) {
  const importId = await services.imports.uploadSchedule(actor, { fairId, fileName, bytes })
  const started = performance.now()
  const dry = await services.imports.previewScheduleImport(actor, { fairId, importId, state: 'confirmed' })
  const looked = performance.now()
  let highest = 0
  const onProgress = () => {
    highest = Math.max(highest, process.memoryUsage().rss)
  }
  const { fingerprint } = dry
  await services.imports.importSchedule(actor, { fairId, importId, state: 'confirmed', fingerprint, onProgress })
  const done = performance.now()
  return { importId, dry, lookMs: looked - started, importMs: done - looked, rssMb: highest / 1e6 }
}

if (files.length === 0)
  it('programmes of real conferences: none beside the project, so none were read', () => {
    console.warn(`not here: ${FOLDER}`)
  })

it.each(files)('%s goes in, again without doubling, and out', async (name) => {
  const fair = await organisedFair()
  const { fairId, actor } = fair
  const before = (await loadPlan(database.sql, fairId)).plan
  const { importId, dry, importMs, lookMs, rssMb } = await bring(fair, bytesOf(name), name)
  console.log(`${name}: look ${lookMs.toFixed(0)} ms, import ${importMs.toFixed(0)} ms, ${rssMb.toFixed(0)} MB`)
  const { plan, malformed } = await loadPlan(database.sql, fairId)
  expect(malformed).toEqual([])
  expect(dry.counts.talks).toEqual({ new: plan.talks.size, changed: 0, same: 0 })
  const { talks, rooms, doubleSpeakers, doubleRooms } = EXPECTED[name] ?? {}
  if (talks !== undefined) expect([plan.talks.size, plan.stages.size]).toEqual([talks, rooms])
  expect(checkPlan(plan)).toEqual(checkPlan(before))

  const { conflicts } = new ConflictChecker(plan, await readProgrammeContext(database.sql, fairId))
  const found = (rule: ConflictRuleId) => conflicts.filter((conflict) => conflict.rule === rule)
  if (doubleSpeakers !== undefined)
    expect([found('speakerDouble').length, found('stageDouble').length]).toEqual([doubleSpeakers, doubleRooms])

  const again = await bring(fair, bytesOf(name), name)
  expect(again.dry.counts.talks).toEqual({ new: 0, changed: 0, same: plan.talks.size })
  expect(again.dry.counts.people).toMatchObject({ new: 0, changed: 0 })
  expect(again.dry.overwritten).toEqual([])
  expect((await loadPlan(database.sql, fairId)).plan).toEqual(plan)

  const { stays, removed } = await services.imports.undoImport(actor, { fairId, importId })
  expect([stays, removed.talks]).toEqual([[], plan.talks.size])
  const after = (await loadPlan(database.sql, fairId)).plan
  expect([...after.talks.values()].every((talk) => talk.removed)).toBe(true)
  expect({ ...after, talks: null }).toEqual({ ...before, talks: null })
  expect(await database.sql`select from people where fair_id = ${fairId}`).toHaveLength(0)
})

/** A thousand talks on seventy stages with long texts, as a file of our own. */
function thousandTalks(): Uint8Array {
  const csv = ['title,abstract,room,start,duration,speakers']
  for (let n = 0; n < 1000; n++) {
    const hour = String(8 + (Math.floor(n / 70) % 15)).padStart(2, '0')
    csv.push(
      `Talk ${n},${`Words of talk ${n}. `.repeat(60)},Room ${n % 70},2027-03-12 ${hour}:00,00:45,Speaker ${n % 600}`,
    )
  }
  return new TextEncoder().encode(csv.join('\n'))
}

it('a thousand talks take less than five seconds', async () => {
  const fair = await organisedFair()
  const { dry, importMs, lookMs, rssMb } = await bring(fair, thousandTalks(), 'thousand.csv')
  console.log(`1,000 talks: look ${lookMs.toFixed(0)} ms, import ${importMs.toFixed(0)} ms, ${rssMb.toFixed(0)} MB`)
  expect([dry.counts.talks.new, dry.counts.stages.new, dry.counts.people.new]).toEqual([1000, 70, 600])
  expect(importMs).toBeLessThan(5000)
  const { plan } = await loadPlan(database.sql, fair.fairId)
  expect(plan.talks.get([...plan.talks.keys()][0] as TalkId)?.slot).not.toBeNull()
  const rows = await database.sql<{ bytes: number }[]>`
    select length(update_bytes) as bytes from document_log where fair_id = ${fair.fairId}`
  for (const { bytes } of rows) expect(bytes).toBeLessThan(1_000_000)
})
