// What one process costs for visitors: CPU a page (its own and PostgreSQL's), and memory and CPU a Socket.IO socket.
// Needs a build (`npm run build`) and Linux.
//   node tests/bench/visitors/visitors.mjs [seconds a page, 5] [connections, 32] [sockets, 5000]
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { cpuOf, cpuOfFamily, rssMib } from './processes.mjs'
import { manyRequests, once } from './requests.mjs'
import { manySockets } from './sockets.mjs'

const SECONDS = Number(process.argv[2] ?? 5)
const CONNECTIONS = Number(process.argv[3] ?? 32)
const SOCKETS = Number(process.argv[4] ?? 5000)
const EVENTS = 20
const PORT = 4890
const url = `http://127.0.0.1:${PORT}`

const dataDir = mkdtempSync(path.join(tmpdir(), 'beursvloer-bench-'))
chmodSync(dataDir, 0o755)
const app = spawn(process.execPath, ['dist/server.mjs'], {
  env: {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(PORT),
    DATA_DIR: dataDir,
    DEMO: 'on',
    LOG_LEVEL: 'error',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
})

async function ready() {
  for (let tries = 0; tries < 120; tries++) {
    const ok = await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ok) return
    await pause(500)
  }
  throw new Error('the server does not answer')
}

async function pages(fair, database) {
  const gzip = { 'Accept-Encoding': 'gzip' }
  const plan = `${url}/en/fairs/${fair.slug}/plan`
  const programme = `${url}/en/fairs/${fair.slug}/programme`
  const { etag } = await once(programme, gzip)
  const html = await (await fetch(programme)).text()
  const talk = new RegExp(`/en/fairs/${fair.slug}/talks/[A-Za-z0-9_-]+`).exec(html)?.[0]
  const rows = []
  for (const [page, address, headers, status] of [
    ['fair', `${url}/en/fairs/${fair.slug}`, gzip, 200],
    ['plan', plan, gzip, 200],
    ['programme', programme, gzip, 200],
    ['programme, unchanged', programme, { ...gzip, 'If-None-Match': etag }, 304],
    ['a talk', `${url}${talk}`, gzip, 200],
    ['exhibitors', `${url}/en/fairs/${fair.slug}/exhibitors`, gzip, 200],
    ['booths of the API', `${url}/api/fairs/${fair.id}/booths`, gzip, 200],
    ['service worker (a file)', `${url}/sw.js`, gzip, 200],
  ]) {
    await manyRequests(address, { seconds: 1, connections: CONNECTIONS, headers, status })
    const [node, base] = [cpuOf(app.pid), cpuOfFamily(database)]
    const result = await manyRequests(address, { seconds: SECONDS, connections: CONNECTIONS, headers, status })
    const nodeMs = (1000 * (cpuOf(app.pid) - node)) / result.count
    rows.push({
      page,
      'KB sent': Number((result.bytes / 1024).toFixed(1)),
      'requests/s here': Math.round(result.perSecond),
      'p99 ms': Math.round(result.p99),
      'CPU ms, Node': Number(nodeMs.toFixed(2)),
      'CPU ms, PostgreSQL': Number(((1000 * (cpuOfFamily(database) - base)) / result.count).toFixed(2)),
      'requests/s of a core': Math.round(1000 / nodeMs),
    })
  }
  console.table(rows)
}

async function sockets(fair) {
  const sql = postgres({
    path: `${dataDir}/postgres/.s.PGSQL.5432`,
    user: 'beursvloer',
    database: 'beursvloer',
    max: 1,
  })
  const booths = await sql`select id from booths where fair_id = ${fair.id} limit ${EVENTS}`
  let heard = 0
  // The first fills caches and pools that the others find there.
  for (const socket of await manySockets(url, fair.id, 100, () => {})) socket.terminate()
  await pause(2000)
  const [before, cpuBefore] = [rssMib(app.pid), cpuOf(app.pid)]
  const all = await manySockets(url, fair.id, SOCKETS, () => heard++)
  const [joined, cpuJoined] = [rssMib(app.pid), cpuOf(app.pid)]
  await pause(30_000)
  const [idle, cpuIdle] = [rssMib(app.pid), cpuOf(app.pid)]
  for (const { id } of booths) {
    const wanted = heard + SOCKETS
    await sql`select pg_notify('booth_status', ${JSON.stringify({ fairId: fair.id, boothId: id })})`
    while (heard < wanted) await pause(5)
  }
  const cpuTold = cpuOf(app.pid)
  console.table({
    'sockets, each in a fair': SOCKETS,
    'memory a socket, KiB': Number(((1024 * (Math.max(joined, idle) - before)) / SOCKETS).toFixed(1)),
    'CPU ms to come in': Number(((1000 * (cpuJoined - cpuBefore)) / SOCKETS).toFixed(2)),
    'CPU % while nothing happens (30 s)': Number(((100 * (cpuIdle - cpuJoined)) / 30).toFixed(1)),
    'CPU us a booth event and socket': Number(((1e6 * (cpuTold - cpuIdle)) / (SOCKETS * booths.length)).toFixed(1)),
    'memory of the process, MiB': Math.round(rssMib(app.pid)),
  })
  for (const socket of all) socket.terminate()
  await sql.end()
}

try {
  await ready()
  const [fair] = await (await fetch(`${url}/api/fairs`)).json()
  const database = Number(readFileSync(`${dataDir}/postgres/cluster/postmaster.pid`, 'utf8').split('\n')[0])
  await pages(fair, database)
  await sockets(fair)
} finally {
  const ended = new Promise((resolve) => app.once('exit', resolve))
  app.kill('SIGTERM')
  await ended
  rmSync(dataDir, { recursive: true, force: true })
}
