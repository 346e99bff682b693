/**
 * One process against three over one PostgreSQL: how long edits and cursors take, and what it costs.
 * `npm run build && npx tsx tests/bench/processes/latency.ts [seconds]`; starts everything itself.
 */
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pino from 'pino'
import { connect } from '#server/db/client'
import { startEmbedded } from '#server/db/embedded'
import type { Deps } from '#server/deps'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import { systemClock } from '#shared/kernel/clock'
import { platformRandomBytes } from '#shared/kernel/ids'
import { createAccount, createMember, sessionCookieFor } from '#tests/factories/fair'
import { boothId, createPublishedFair } from '#tests/factories/publishedFair'
import { removeFolder, type ServerProcess, startServer, temporaryFolder } from '#tests/helpers/serverProcess'
import { type RawClient, rawClient, updatesOf } from '#tests/helpers/syncClients'

const SECONDS = Number(process.argv[2] ?? 15)
const PEOPLE = 20
const DRAGGING = 5
/** A drag shows about 15 places a second; its edits are the harder case, so that each is one here. */
const EDIT_MS = 66
const CURSOR_MS = 100
const FIRST_CLIENT = 1000
/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100

interface Person {
  client: RawClient
  /** Number of the process that it is connected to. */
  at: number
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const secret = randomBytes(32).toString('hex')
const folder = await temporaryFolder()
const postgres = await startEmbedded({ dataDir: folder, settings: ['fsync=on', 'max_connections=300'] })
const sql = connect({ socketFolder: postgres.socketFolder, database: postgres.database, maxConnections: 4 })

console.log(
  '| processes | edit p50 | p95 | edit to another process p50 | p95 | cursor to another process p50 | p95 | CPU s per 1,000 deliveries |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |')
try {
  for (const count of [1, 3, 1, 3]) await measure(count)
} finally {
  await sql.end()
  await postgres.stop()
  await removeFolder(folder)
}

async function measure(count: number): Promise<void> {
  const servers: ServerProcess[] = []
  for (let n = 0; n < count; n++) {
    servers.push(
      await startServer({
        DATABASE_URL: `postgres:///${postgres.database}`,
        PGHOST: postgres.socketFolder,
        PGUSER: 'beursvloer',
        SESSION_SECRET: secret,
        DEMO: 'off',
      }),
    )
  }
  const { fairId, people } = await enter(servers)
  const edits = { same: [] as number[], other: [] as number[] }
  const cursors = { same: [] as number[], other: [] as number[] }
  const sent = new Map<string, { at: number; process: number }>()
  for (const person of people) hear(person, sent, edits, cursors)
  await sleep(1000)
  for (const list of [edits.same, edits.other, cursors.same, cursors.other]) list.length = 0

  const pids = () => [...servers.map(({ pid }) => pid), ...below(postgres.pid)]
  const before = cpuOf(pids())
  const end = performance.now() + SECONDS * 1000
  await Promise.all([
    ...people.slice(0, DRAGGING).map((person, n) => drag(person, n, sent, end)),
    ...people.map((person, n) => point(person, n, sent, end)),
  ])
  await sleep(500)
  const cpu = cpuOf(pids()) - before
  const deliveries = [edits.same, edits.other, cursors.same, cursors.other].reduce((sum, list) => sum + list.length, 0)
  const ms = (list: number[], at: number) =>
    list.length ? `${list[Math.floor(list.length * at)]?.toFixed(1)} ms` : '-'
  for (const list of [edits.same, edits.other, cursors.same, cursors.other]) list.sort((a, b) => a - b)
  const shown = [edits.same, edits.other, cursors.other].flatMap((list) => [ms(list, 0.5), ms(list, 0.95)])
  console.log(`| ${count} | ${shown.join(' | ')} | ${((cpu / deliveries) * 1000).toFixed(3)} |`)
  for (const { client } of people) client.ws.terminate()
  await Promise.all(servers.map((server) => server.end('SIGTERM')))
  await sql`delete from fairs where id = ${fairId}`
}

async function enter(servers: readonly ServerProcess[]): Promise<{ fairId: string; people: Person[] }> {
  const deps: Deps = {
    ...{ sql, clock: systemClock, randomBytes: platformRandomBytes, log: pino({ level: 'silent' }) },
    ...{ publicUrl: 'http://127.0.0.1', demo: false, sessionSecret: secret },
  }
  const { fairId } = await createPublishedFair(deps, { booths: DRAGGING })
  const people: Person[] = []
  for (let n = 0; n < PEOPLE; n++) {
    const actor = await createAccount(sql)
    await createMember(sql, fairId, actor)
    const at = n % servers.length
    const url = `${servers[at]?.url.replace('http', 'ws')}/sync`
    const client = rawClient(url, fairId, { cookie: await sessionCookieFor(deps, actor) })
    await client.opened
    people.push({ client, at })
  }
  return { fairId, people }
}

type Sent = Map<string, { at: number; process: number }>
type Times = Record<'same' | 'other', number[]>

/** Notes how long each edit and each cursor took to get here. */
function hear({ client, at }: Person, sent: Sent, edits: Times, cursors: Times): void {
  const note = (key: string, times: Times) => {
    const from = sent.get(key)
    if (from) times[from.process === at ? 'same' : 'other'].push(performance.now() - from.at)
  }
  client.onUpdate = (update) => note(Buffer.from(update).toString('base64'), edits)
  const known = new Map<number, string>()
  client.ws.on('message', () => {
    for (const [clientId, state] of client.awareness) {
      if (known.get(clientId) === state) continue
      known.set(clientId, state)
      note(`${clientId} ${state}`, cursors)
    }
  })
}

async function drag({ client, at }: Person, n: number, sent: Sent, end: number) {
  const doc = createFairDocument()
  const id = boothId(n)
  const change = (x: number) =>
    updatesOf(doc, () => {
      const place = [x, n, 3000, 3000, 0]
      applyPatch(doc, [
        x === 0
          ? { op: 'put', kind: 'booths', id, fields: { hallId: 'hall', number: `A${n}`, sectorId: null, place } }
          : { op: 'set', kind: 'booths', id, fields: { place } },
      ])
    })
  for (let x = 0; performance.now() < end; x += 10) {
    for (const update of change(x)) {
      sent.set(Buffer.from(update).toString('base64'), { at: performance.now(), process: at })
      client.sendEdits('update', update)
    }
    await sleep(EDIT_MS)
  }
}

async function point({ client, at }: Person, n: number, sent: Sent, end: number) {
  const clientId = FIRST_CLIENT + n
  for (let clock = 1; performance.now() < end; clock++) {
    const state = { hallId: 'hall', cursor: [clock * 10, n * 100], selection: [], ghost: null }
    sent.set(`${clientId} ${JSON.stringify(state)}`, { at: performance.now(), process: at })
    client.sendAwareness([{ clientId, clock, state }])
    await sleep(CURSOR_MS)
  }
}

/** The process and those that it started. */
function below(pid: number): number[] {
  const children = readdirSync('/proc')
    .map(Number)
    .filter((id) => id > 0 && Number(statOf(id)?.[1]) === pid)
  return [pid, ...children]
}

/** Of /proc/<pid>/stat, from the state on; null where it has ended. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** Seconds of processor time so far. */
function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const stat = statOf(pid)
    return sum + (stat ? (Number(stat[11]) + Number(stat[12])) / TICKS_PER_SECOND : 0)
  }, 0)
}
