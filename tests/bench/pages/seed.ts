/** Writes a published fair with so many talks over two days into the database of a running app: `seed.ts <data folder> <talks>`. */
import path from 'node:path'
import pino from 'pino'
import { connect } from '#server/db/client'
import { socketFolderOf } from '#server/db/embedded'
import type { Deps } from '#server/deps'
import type { Stage, Talk } from '#shared/document/records'
import { talkSchema } from '#shared/document/talkRecord'
import { systemClock } from '#shared/kernel/clock'
import type { HallId, StageId, TalkId } from '#shared/kernel/ids'
import { platformRandomBytes } from '#shared/kernel/ids'
import { minuteOfWallTime } from '#shared/programme/time'
import { createAccount, createFair, createMember } from '#tests/factories/fair'
import { releaseNow, rowPlan } from '#tests/factories/publishedFair'

const DAYS = ['2027-03-12', '2027-03-13']
const TALKS_A_STAGE_AND_DAY = 16
const KINDS = ['talk', 'workshop', 'debate', 'networking', 'talk', 'talk'] as const
const LANGUAGES = ['nl', 'fr', 'en'] as const
const WORDS = 'vormen samen werken licht geluid brood hout papier ritme ontwerp taal straat atelier netwerk'.split(' ')
const phrase = (index: number, length: number) =>
  Array.from({ length }, (_, nth) => WORDS[(index * 7 + nth * 5) % WORDS.length]).join(' ')

const [dataDir = './data', count = '100'] = process.argv.slice(2)
const talks = Number(count)
const stages = Math.ceil(talks / DAYS.length / TALKS_A_STAGE_AND_DAY)
const sql = connect({ socketFolder: await socketFolderOf(path.resolve(dataDir)), maxConnections: 4 })
const deps: Deps = {
  sql,
  clock: systemClock,
  randomBytes: platformRandomBytes,
  log: pino({ level: 'error' }),
  publicUrl: 'http://127.0.0.1',
  demo: false,
  sessionSecret: 'only for measuring, and only on this machine',
}

const stageOf = (index: number): Stage => ({
  id: `stage${index}` as StageId,
  hallId: 'hall' as HallId,
  name: { nl: `Zaal ${index + 1}`, fr: `Salle ${index + 1}`, en: `Room ${index + 1}` },
  place: [1000 + (index % 10) * 2500, 12_000 + Math.floor(index / 10) * 1500, 2000, 1000, 0],
})

function talkOf(index: number): Talk {
  const [stage, nth] = [index % stages, Math.floor(index / stages)]
  const day = DAYS[Math.floor(nth / TALKS_A_STAGE_AND_DAY)] ?? DAYS[1]
  const start = minuteOfWallTime({ day: day as string, time: '09:00' }, 'Europe/Brussels')
  return {
    ...talkSchema.parse({
      title: { nl: `Over ${phrase(index, 4)}`, fr: `Sur ${phrase(index, 4)}`, en: `About ${phrase(index, 4)}` },
      abstract: { nl: phrase(index, 80) },
      kind: KINDS[index % KINDS.length],
      language: LANGUAGES[index % LANGUAGES.length],
      state: 'confirmed',
      sectorId: index % 2 === 0 ? 'music' : 'crafts',
      speakerIds: [`person-${talks}-${index}`],
      slot: [`stage${stage}`, start + (nth % TALKS_A_STAGE_AND_DAY) * 35, 30],
    }),
    id: `talk${index}` as TalkId,
  }
}

const owner = await createAccount(sql, { name: 'Olga Owner' })
const plan = {
  ...rowPlan(20),
  stages: new Map(Array.from({ length: stages }, (_, index) => [`stage${index}`, stageOf(index)])),
  talks: new Map(Array.from({ length: talks }, (_, index) => [`talk${index}`, talkOf(index)])),
}
const fairId = await createFair(sql, { slug: `bench-${talks}`, plan })
await createMember(sql, fairId, owner, 'owner')
const people = Array.from({ length: talks }, (_, index) => ({
  id: `person-${talks}-${index}`,
  fair_id: fairId,
  name: `Spreker ${index} van ${phrase(index, 1)}`,
  created_at: '2026-11-01T10:00:00Z',
}))
await sql`insert into people ${sql(people)}`
await releaseNow(deps, owner, fairId)
await sql.end()
