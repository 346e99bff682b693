/** npm run restore -- <file> [--check]: fills an empty database from a backup; --check only reads it through. */
import { constants, createReadStream } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { Refusal } from './backupFormat'
import { explain, openPlace } from './backupPlace'
import { stopOnSignals } from './backupSignals'
import { restoreDatabase } from './restoreDatabase'
import { readBackup } from './restoreRead'

const USAGE = 'Say from what: npm run restore -- /safe/place/beursvloer-....tar.gz (--check only reads it through).'

async function main(given: string[]): Promise<void> {
  const checkOnly = given.includes('--check')
  const [place, ...more] = given.filter((word) => word !== '--check')
  if (place === undefined || more.length > 0 || place.startsWith('-')) throw new Refusal(USAGE)
  const signal = stopOnSignals()
  // Before a database is started, or even made, for it.
  await access(place, constants.R_OK)
  if ((await stat(place)).isDirectory()) throw new Refusal(`${place} is a folder: give the file in it.`)
  const read = () => createReadStream(place, { signal })
  if (checkOnly) {
    const { manifest, sums } = await readBackup(read(), { onManifest: () => {}, onRows: () => {} })
    return console.log(`Whole: ${summary(manifest.takenAt, sums.tables)}, schema ${manifest.migrations.at(-1)}.`)
  }
  const database = await openPlace(process.env, { make: true })
  try {
    const { manifest, sums, migrated } = await restoreDatabase(database.sql, read())
    console.log(`Restored and compared: ${summary(manifest.takenAt, sums.tables)}.`)
    if (migrated.length > 0) console.log(`Brought up to date since: ${migrated.join(', ')}.`)
    console.log(
      'People stay signed in, and links that were sent go on to work, where SESSION_SECRET (or the file session-secret in DATA_DIR) is the one from before.',
    )
  } finally {
    await database.close()
  }
}

function summary(takenAt: string, tables: Record<string, { rows: number }>): string {
  const all = Object.values(tables)
  return `${all.reduce((sum, { rows }) => sum + rows, 0)} rows of ${all.length} tables as of ${takenAt}`
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(explain(error) ?? error)
  process.exitCode = 1
}
