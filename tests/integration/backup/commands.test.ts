import { execFileSync, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connect, type Sql } from '#server/db/client'
import {
  databasePid,
  ensureBuild,
  killDatabase,
  removeFolder,
  type ServerProcess,
  startServer,
  temporaryFolder,
  until,
} from '#tests/helpers/serverProcess'
import { inFolder } from './backupBench'

interface Ended {
  code: number | null
  output: string
}

function start(program: 'backup' | 'restore', args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [`dist/${program}.mjs`, ...args], {
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output })))
  return { child, ended }
}
const run = (...args: Parameters<typeof start>): Promise<Ended> => start(...args).ended

const below = (dataDir: string): Sql =>
  connect({ socketFolder: `${dataDir}/postgres`, maxConnections: 1, name: 'beursvloer-backup' })

const publicPages = async ({ url }: ServerProcess): Promise<unknown[]> => {
  const [fair] = (await (await fetch(`${url}/api/fairs`)).json()) as { id: string; slug: string }[]
  const page = await fetch(`${url}/en/fairs/${fair?.slug}/plan`)
  return [fair, page.status, await (await fetch(`${url}/api/fairs/${fair?.id}/booths`)).json()]
}

describe('npm run backup and npm run restore', () => {
  let home: string
  let fresh: string
  const running: ServerProcess[] = []

  beforeAll(ensureBuild, 180_000)
  beforeEach(async () => {
    home = await temporaryFolder()
    fresh = await temporaryFolder()
  })
  afterEach(async () => {
    for (const server of running.splice(0)) await server.end('SIGTERM')
    for (const dataDir of [home, fresh]) {
      if ((await databasePid(dataDir)) !== null) await killDatabase(dataDir)
      await removeFolder(dataDir)
    }
  })

  const app = async (dataDir: string) => {
    const server = await startServer({ DATA_DIR: dataDir })
    running.push(server)
    return server
  }

  it('bring a running app to a new machine, whole', async () => {
    const before = await app(home)
    const file = inFolder('fair.tar.gz')
    expect(await run('backup', [file], { DATA_DIR: home })).toMatchObject({ code: 0 })
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600')
    expect((await run('restore', [file, '--check'], {})).output).toContain('Whole:')
    const refused = await run('restore', [file], { DATA_DIR: home })
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.output).toContain('running')

    expect(await run('restore', [file], { DATA_DIR: fresh })).toMatchObject({ code: 0 })
    expect(await databasePid(fresh)).toBe(null)
    const after = await app(fresh)
    expect(await publicPages(after)).toEqual(await publicPages(before))
    // Also of a database that nobody has started.
    await running.splice(0, 1)[0]?.end('SIGTERM')
    expect(await run('backup', [inFolder('later.tar.gz')], { DATA_DIR: home })).toMatchObject({ code: 0 })
    expect(await databasePid(home)).toBe(null)
  })

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'a restore that %s ends half-way leaves nothing, and works the second time',
    async (signal) => {
      await app(home)
      const file = inFolder('fair.tar.gz')
      await run('backup', [file], { DATA_DIR: home })
      const bytes = await readFile(file)
      const pipe = inFolder('pipe')
      execFileSync('mkfifo', [pipe])
      const { child, ended } = start('restore', [pipe], { DATA_DIR: fresh })
      const slow = createWriteStream(pipe)
      slow.on('error', () => {})
      slow.write(bytes.subarray(0, bytes.length - 200))
      await until(async () => (await databasePid(fresh)) !== null)
      const sql = below(fresh)
      await until(async () => {
        const working = sql`select from pg_stat_activity where query ilike 'copy%from stdin'`
        return (await working.catch(() => [])).length > 0
      }, 30_000)
      child.kill(signal)
      // Nobody comes back from reading a pipe that says nothing; a file never does that.
      slow.destroy()
      const { output } = await ended
      if (signal === 'SIGTERM') expect(output).toMatch(/half-way|cut off/)

      const again = await run('restore', [file], { DATA_DIR: fresh })
      expect(again.output).toContain('Restored')
      await sql.end({ timeout: 1 })
    },
  )

  it('say what is wrong in a sentence', async () => {
    expect((await run('backup', [], {})).output).toContain('Say where to')
    expect((await run('restore', [], {})).output).toContain('Say from what')
    expect((await run('restore', [inFolder('none')], { DATA_DIR: fresh })).output).toContain('No such file')
    expect((await run('restore', [inFolder()], { DATA_DIR: fresh })).output).toContain('a folder')
    expect((await run('backup', [inFolder()], { DATA_DIR: fresh })).output).toContain('no database below')
    const away = await run('backup', [inFolder()], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
    expect(away.output).toContain('cannot be reached')
    expect(away.output).not.toContain('    at ')
  })
})
