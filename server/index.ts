import { setFlagsFromString } from 'node:v8'
import { startApp } from './app'
import { readEnv } from './env'
import { whereToGo } from './whereToGo'

// Collects when the heap has grown by a fifth; left alone it nearly doubles. A third of the memory of 300 open fairs, for
// 1 % of a core (tests/bench/sync, W4).
setFlagsFromString('--heap-growing-percent=20')

const read = readEnv(process.env)
if ('mistakes' in read) {
  for (const mistake of read.mistakes) console.error(mistake)
  process.exit(1)
}

const startedAt = performance.now()
try {
  const app = await startApp(read.env)
  console.log(`Beursvloer listens on ${app.url} (ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s)`)
  console.log(whereToGo(app.url, read.env))
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    console.log('Closing: first the app, then the database.')
    await app.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
