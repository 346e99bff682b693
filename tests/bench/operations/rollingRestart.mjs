// Two processes behind nginx are restarted one after the other, three rounds, while people edit and visitors read. Says what they
// noticed. Needs a build, nginx and Linux.   node tests/bench/operations/rollingRestart.mjs
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { startNginx } from './nginx.mjs'

const [PROXY, ONE, TWO, HOLDER] = [4960, 4961, 4962, 4963]
const EDITORS = 6
const ROUNDS = 3
const url = `http://127.0.0.1:${PROXY}`
const folder = mkdtempSync(path.join(tmpdir(), 'beursvloer-rolling-'))
chmodSync(folder, 0o755)

function start(env) {
  const child = spawn(process.execPath, ['dist/server.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', DEMO: 'on', ...env },
    stdio: 'ignore',
  })
  return { child, ended: new Promise((resolve) => child.once('exit', resolve)) }
}
const member = (port) =>
  start({
    PORT: String(port),
    DATABASE_URL: 'postgres:///beursvloer',
    PGHOST: `${folder}/data/postgres`,
    PGUSER: 'beursvloer',
    SESSION_SECRET: 'only for measuring, and only on this machine',
    PUBLIC_URL: url,
  })
const healthy = (port) =>
  fetch(`http://127.0.0.1:${port}/health`).then(
    (answer) => answer.ok,
    () => false,
  )
async function until(condition) {
  while (!(await condition())) await pause(50)
}

// Keeps the database, and takes no part.
const holder = start({ PORT: String(HOLDER), DATA_DIR: `${folder}/data` })
await until(() => healthy(HOLDER))
const processes = { [ONE]: member(ONE), [TWO]: member(TWO) }
await until(async () => (await healthy(ONE)) && (await healthy(TWO)))
const nginx = startNginx(`${folder}/nginx`, PROXY, [ONE, TWO])
await until(() => healthy(PROXY))
const [fair] = await (await fetch(`${url}/api/fairs`)).json()

async function organiser(n) {
  const answer = await fetch(`${url}/demo/enter`, {
    method: 'POST',
    headers: { Origin: url },
    body: new URLSearchParams({ role: 'organiser', n: String((n % 3) + 1) }),
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`nobody may enter: ${answer.status}`)
  const cookie = answer.headers.getSetCookie()[0].split(';')[0]
  class WithCookie extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols, { headers: { cookie } })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, fair.id, doc, {
    WebSocketPolyfill: WithCookie,
    disableBc: true,
  })
  const seen = { away: [], since: 0 }
  provider.on('status', ({ status }) => {
    if (status === 'disconnected') seen.since ||= performance.now()
  })
  provider.on('sync', (synced) => {
    if (!synced || !seen.since) return
    seen.away.push(performance.now() - seen.since)
    seen.since = 0
  })
  await new Promise((resolve) => provider.once('sync', resolve))
  return { doc, provider, seen }
}

const people = []
for (let n = 0; n < EDITORS; n++) people.push(await organiser(n))
let running = true
const edits = people.map(() => 0)
const editing = people.map(async ({ doc }, n) => {
  doc.getMap('sectors').set(`rolling${n}`, new Y.Map())
  while (running) {
    doc
      .getMap('sectors')
      .get(`rolling${n}`)
      .set('tint', ++edits[n])
    await pause(50)
  }
})
const everyoneHas = ({ doc, provider }) =>
  provider.synced && edits.every((last, n) => doc.getMap('sectors').get(`rolling${n}`)?.get('tint') === last)
const answers = {}
const reading = Array.from({ length: 4 }, async () => {
  while (running) {
    const answer = await fetch(`${url}/en/fairs/${fair.slug}/programme`)
      .then((got) => got.arrayBuffer().then(() => got.status))
      .catch((error) => error.cause?.code ?? error.message)
    answers[answer] = (answers[answer] ?? 0) + 1
    await pause(5)
  }
})

const endings = []
for (let round = 0; round < ROUNDS; round++) {
  for (const port of [ONE, TWO]) {
    await pause(2000)
    const began = performance.now()
    processes[port].child.kill('SIGTERM')
    const code = await processes[port].ended
    endings.push(`${code}: ${Math.round(performance.now() - began)} ms`)
    processes[port] = member(port)
    await until(() => healthy(port))
  }
}
await pause(2000)
running = false
await Promise.all([...editing, ...reading])
await until(() => people.every(everyoneHas))
const away = people.flatMap(({ seen }) => seen.away).sort((a, b) => a - b)
console.table({
  'restarts (exit code and time to end)': endings.join(', '),
  'edits made, all of them with everyone at the end': edits.reduce((sum, one) => sum + one),
  'answers to visitors, by status': JSON.stringify(answers),
  'times that an editor was cut off': away.length,
  'for how long, median and longest, ms': `${Math.round(away[away.length >> 1] ?? 0)}, ${Math.round(away.at(-1) ?? 0)}`,
})
for (const { provider } of people) provider.destroy()
nginx.kill('SIGTERM')
for (const { child, ended } of [processes[ONE], processes[TWO], holder]) {
  child.kill('SIGTERM')
  await ended
}
rmSync(folder, { recursive: true, force: true })
process.exit(0)
