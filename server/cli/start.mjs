// npm start: builds when the build is missing or older than the sources, then runs it in this very process.
import { spawnSync } from 'node:child_process'
import { buildIsFresh } from './fingerprint.mjs'

if (!(await buildIsFresh())) {
  console.log('Building (about half a minute, once)...')
  const { status } = spawnSync(process.execPath, ['server/cli/build.mjs'], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
process.env.NODE_ENV = 'production'
await import('../../dist/server.mjs')
