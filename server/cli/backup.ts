/** npm run backup -- <file or folder> [--force]: all data of one moment into one file, also while the app runs. */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { version } from '../../package.json'
import { backupDatabase } from './backupDatabase'
import { writeBackupFile } from './backupFile'
import { Refusal, type Sums } from './backupFormat'
import { explain, openPlace } from './backupPlace'
import { stopOnSignals } from './backupSignals'

const USAGE = 'Say where to: npm run backup -- /safe/place/ (a folder), or the name of a file. --force replaces a file.'

async function main(given: string[]): Promise<void> {
  const force = given.includes('--force')
  const [place, ...more] = given.filter((word) => word !== '--force')
  if (place === undefined || more.length > 0 || place.startsWith('-')) throw new Refusal(USAGE)
  const file = await fileFor(path.resolve(place))
  const signal = stopOnSignals()
  const database = await openPlace(process.env, { make: false })
  const startedAt = performance.now()
  let sums: Sums = { tables: {}, sequences: {} }
  try {
    const size = await writeBackupFile(file, { force, signal }, async (sink) => {
      sums = await backupDatabase(database.sql, version, sink)
    })
    const tables = Object.values(sums.tables)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(
      `${file}: ${rows} rows of ${tables.length} tables, ${(size / 2 ** 20).toFixed(1)} MiB, in ${seconds} s.`,
    )
  } finally {
    await database.close()
  }
}

/** In a folder: a name with the moment in it. */
async function fileFor(place: string): Promise<string> {
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return place
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  return path.join(place, `beursvloer-${moment}Z.tar.gz`)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(explain(error) ?? error)
  process.exitCode = 1
}
