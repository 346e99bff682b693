// Requests per second of the programme page beside a bare Express page of the same bytes, and how both grow from 100 to 1,000
// talks. Needs a build (`npm run build`). In one run, by turns, so that a busy machine slows both.
//   node tests/bench/pages/programme.mjs [seconds a turn, 5] [connections, 16]
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { fire } from './fire.mjs'

const SECONDS = Number(process.argv[2] ?? 5)
const CONNECTIONS = Number(process.argv[3] ?? 16)
const ROUNDS = 3
const here = path.dirname(fileURLToPath(import.meta.url))

function start(command, args, env) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  return { child, stop: () => new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGTERM')) }
}

async function ready(url) {
  for (let tries = 0; tries < 120; tries++) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ok) return
    await pause(500)
  }
  throw new Error(`${url} does not answer`)
}

const dataDir = mkdtempSync(path.join(tmpdir(), 'beursvloer-bench-'))
chmodSync(dataDir, 0o755)
const port = 4790
const app = start(process.execPath, ['dist/server.mjs'], {
  NODE_ENV: 'production',
  PORT: String(port),
  DATA_DIR: dataDir,
  DEMO: 'on',
  LOG_LEVEL: 'error',
})
const rows = []
try {
  await ready(`http://127.0.0.1:${port}/health`)
  for (const talks of [100, 1000]) {
    const seed = start(process.execPath, ['--import', 'tsx', path.join(here, 'seed.ts'), dataDir, String(talks)], {})
    const code = await new Promise((resolve) => seed.child.once('exit', resolve))
    if (code !== 0) throw new Error('the fair could not be written')
    const page = `http://127.0.0.1:${port}/en/fairs/bench-${talks}/programme`
    const cold = performance.now()
    const answer = await fetch(page, { headers: { 'Accept-Encoding': 'identity' } })
    const html = Buffer.from(await answer.arrayBuffer())
    const firstMs = performance.now() - cold
    if (!answer.ok) throw new Error(`${page} answers ${answer.status}`)

    const bare = start(process.execPath, [path.join(here, 'bare.mjs')], { PAGE: page, PORT: String(port + 1) })
    const bareUrl = `http://127.0.0.1:${port + 1}/`
    await ready(bareUrl)
    for (const encoding of ['identity', 'gzip']) {
      const ours = []
      const theirs = []
      for (let round = 0; round < ROUNDS; round++) {
        for (const [url, results] of [
          [page, ours],
          [bareUrl, theirs],
        ]) {
          await fire(url, { seconds: 1, connections: CONNECTIONS, encoding })
          results.push(await fire(url, { seconds: SECONDS, connections: CONNECTIONS, encoding }))
        }
      }
      const best = (results) => results.reduce((a, b) => (b.perSecond > a.perSecond ? b : a))
      const [mine, bareBest] = [best(ours), best(theirs)]
      rows.push({
        talks,
        encoding,
        'KB sent': Math.round(mine.bytes / 1024),
        'KB sent, bare': Math.round(bareBest.bytes / 1024),
        'requests/s': Math.round(mine.perSecond),
        'bare Express': Math.round(bareBest.perSecond),
        share: `${Math.round((100 * mine.perSecond) / bareBest.perSecond)} %`,
        'p99 ms': Math.round(mine.p99),
        'p99 ms, bare': Math.round(bareBest.p99),
        'first render ms': Math.round(firstMs),
        'KB of HTML': Math.round(html.length / 1024),
      })
    }
    await bare.stop()
  }
  console.table(rows)
} finally {
  await app.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
