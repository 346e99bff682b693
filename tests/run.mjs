// Everything that proves a change, in one command. The last line counts all that ran.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBrowser } from './helpers/findBrowser.mjs'

const reports = await mkdtemp(path.join(tmpdir(), 'beursvloer-reports-'))
let passed = 0
let failed = 0

function run(title, command, args, env = {}) {
  console.log(`\n── ${title}`)
  const started = performance.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  console.log(`── ${title}: ${status === 0 ? 'ok' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(0)} s)`)
  return status === 0
}

/** A step that is one check by itself. */
const check = (title, command, args) => {
  if (run(title, command, args)) passed++
  else failed++
}

const readReport = async (file) => JSON.parse(await readFile(file, 'utf8').catch(() => 'null'))

/** A step that reports its tests as JSON; one that ends badly without a failed test counts as one failure. */
async function suite(title, command, args, file, count, env) {
  const ok = run(title, command, args, env)
  const report = await readReport(file)
  const counts = report ? count(report) : { passed: 0, failed: 0 }
  passed += counts.passed
  failed += ok ? counts.failed : Math.max(1, counts.failed)
}

const vitest = (title, project) => {
  const file = path.join(reports, `${project}.json`)
  const count = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests + report.numPendingTests })
  return suite(
    title,
    'npx',
    ['vitest', 'run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
    file,
    count,
  )
}

check('Lint', 'npx', ['biome', 'ci', '.'])
check('Types', 'npx', ['tsc', '--noEmit', '-p', '.'])
await vitest('Unit tests and architecture rules', 'unit')
check('Production build', process.execPath, ['server/cli/build.mjs'])
await vitest('Integration tests on real PostgreSQL', 'integration')

const journeys = path.join(reports, 'journeys.json')
await suite(
  'Browser journeys',
  'npx',
  ['playwright', 'test', '--reporter=list,json'],
  journeys,
  ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped }),
  { CHROMIUM_PATH: findBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: journeys },
)

await rm(reports, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
