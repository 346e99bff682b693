/**
 * The time machine over a long history: 5,000 booths, 100,000 rows in the log, on an embedded PostgreSQL of its own.
 * `npx tsx tests/bench/history/measure.ts`; `ROWS` and `BOOTHS` for other sizes.
 */
import { rm } from 'node:fs/promises'
import pino from 'pino'
import { connect, type Sql } from '#server/db/client'
import { startEmbedded } from '#server/db/embedded'
import { migrate } from '#server/db/migrate'
import type { Deps } from '#server/deps'
import { createServices } from '#server/services'
import { loadDocument } from '#server/services/documents/loadDocument'
import { applyPatch } from '#shared/document/fairDocument'
import type { Booth, Plan } from '#shared/document/records'
import type { RestoreScope } from '#shared/history/scope'
import { systemClock } from '#shared/kernel/clock'
import { type BoothId, type FairId, platformRandomBytes } from '#shared/kernel/ids'
import { createAccount, createFair, createMember } from '#tests/factories/fair'
import { rowPlan } from '#tests/factories/publishedFair'
import { seededRandom } from '#tests/helpers/seededRandom'
import { temporaryFolder } from '#tests/helpers/serverProcess'
import { writeSnapshot } from '#tests/helpers/writeSnapshot'

const ROWS = Number(process.env.ROWS ?? 100_000)
const BOOTHS = Number(process.env.BOOTHS ?? 5000)

function depsOn(sql: Sql): Deps {
  return {
    ...{ sql, clock: systemClock, randomBytes: platformRandomBytes, log: pino({ level: 'silent' }) },
    ...{ publicUrl: 'http://127.0.0.1:3000', demo: true, sessionSecret: 'x'.repeat(40) },
  }
}

async function timed<T>(what: string, work: () => Promise<T>, times = 1): Promise<T> {
  const seconds: number[] = []
  let result: T | undefined
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    result = await work()
    seconds.push((performance.now() - start) / 1000)
  }
  seconds.sort((a, b) => a - b)
  const [middle, worst] = [seconds[Math.floor(seconds.length / 2)] ?? 0, seconds.at(-1) ?? 0]
  console.log(`${what.padEnd(58)} median ${middle.toFixed(3)} s, worst ${worst.toFixed(3)} s (${times} times)`)
  return result as T
}

/** A hundred booths a row. */
function gridPlan(): Plan {
  const plan = rowPlan(1)
  const [model] = [...plan.booths.values()] as [Booth]
  const booths = Array.from({ length: BOOTHS }, (_, n): [string, Booth] => {
    const place = [(n % 100) * 4000, Math.floor(n / 100) * 4000, 3000, 3000, 0] as const
    return [`b${n}`, { ...model, id: `b${n}` as BoothId, number: `A${n}`, place: [...place] }]
  })
  return { ...plan, booths: new Map(booths) }
}

/** Organisers move, renumber and take away booths for a long time, one row each. */
async function writeHistory(sql: Sql, fairId: FairId, accountId: string): Promise<void> {
  const random = seededRandom(1)
  const { doc, position } = await loadDocument(sql, fairId)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let n = 0; n < ROWS; n++) {
    const id = `b${Math.floor(random() * BOOTHS)}`
    const place = [Math.floor(random() * 400_000), Math.floor(random() * 200_000), 3000, 3000, 0]
    const fields = random() < 0.8 ? { place } : random() < 0.5 ? { number: `N${n}` } : { removed: random() < 0.5 }
    applyPatch(doc, [{ op: 'set', kind: 'booths', id, fields }])
  }
  for (let from = 0; from < updates.length; from += 5000) {
    const texts = updates.slice(from, from + 5000).map((bytes) => Buffer.from(bytes).toString('base64'))
    await sql`insert into document_log (fair_id, position, update_bytes, account_id, at)
      select ${fairId}, ${position + from} + nth, decode(bytes, 'base64'), ${accountId},
        '2026-01-01T00:00:00Z'::timestamptz + (${from} + nth) * interval '10 seconds'
      from unnest(${texts}::text[]) with ordinality as u (bytes, nth)`
  }
  await sql`update fairs set log_position = ${position + updates.length} where id = ${fairId}`
  doc.destroy()
}

async function measure(sql: Sql): Promise<void> {
  const deps = depsOn(sql)
  const { history, documents } = createServices(deps)
  const owner = await createAccount(sql)
  const fairId = await createFair(sql, { plan: gridPlan() })
  await createMember(sql, fairId, owner)
  await writeHistory(sql, fairId, owner.accountId)
  await sql`vacuum analyze document_log`
  const random = seededRandom(2)
  const someMoment = () => 1 + Math.floor(random() * ROWS)

  await timed('open a late moment, no checkpoint anywhere', () =>
    history.readVersion(owner, { fairId, position: ROWS }),
  )
  const [kept] = await sql<{ count: number; bytes: number; log: number }[]>`
    select count(*), sum(pg_column_size(state))::bigint as bytes,
      (select sum(pg_column_size(update_bytes))::bigint from document_log) as log from document_checkpoints`
  console.log(
    `checkpoints: ${kept?.count}, ${((kept?.bytes ?? 0) / 1e6).toFixed(1)} MB; updates in the log: ${((kept?.log ?? 0) / 1e6).toFixed(1)} MB`,
  )
  await timed('open any moment', () => history.readVersion(owner, { fairId, position: someMoment() }), 21)
  await timed(
    'open an instant',
    () => history.readVersion(owner, { fairId, at: new Date(Date.UTC(2026, 0, 1) + someMoment() * 10_000) }),
    11,
  )
  await writeSnapshot(deps, fairId)
  await timed('list the newest 50 entries', () => history.listHistory(owner, { fairId }), 11)
  await timed(
    'list 50 entries before any moment',
    () => history.listHistory(owner, { fairId, before: someMoment() }),
    21,
  )
  const all: RestoreScope = { kind: 'all' }
  const halfway = Math.floor(ROWS / 2)
  await timed(
    'preview restoring everything',
    () => history.diffVersion(owner, { fairId, position: halfway, scope: all }),
    5,
  )
  await documents.projectFair(fairId)
  const result = await timed('restore everything', () =>
    history.restoreVersion(owner, { fairId, position: halfway, scope: all }),
  )
  console.log(`changed ${result.changes} booths`)
  await timed(
    'the same again, nothing to do',
    () => history.restoreVersion(owner, { fairId, position: halfway, scope: all }),
    5,
  )
  const rect = [100_000, 100_000, 20_000, 20_000] as [number, number, number, number]
  await timed('restore a region of 20 x 20 m', () =>
    history.restoreVersion(owner, { fairId, position: ROWS, scope: { kind: 'region', hallId: 'hall' as never, rect } }),
  )
}

/** Nothing else keeps the process from ending while it waits for the database, which it does not hold on to. */
const alive = setInterval(() => {}, 1000)
const folder = await temporaryFolder()
const server = await startEmbedded({ dataDir: folder, settings: ['fsync=on'] })
const sql = connect({ socketFolder: server.socketFolder, database: server.database })
try {
  await migrate(sql)
  await measure(sql)
} finally {
  await sql.end()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
  clearInterval(alive)
}
