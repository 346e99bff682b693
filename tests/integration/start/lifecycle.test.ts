import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  databasePid,
  ensureBuild,
  isAlive,
  killDatabase,
  removeFolder,
  runServer,
  type ServerProcess,
  startServer,
  temporaryFolder,
  until,
} from '#tests/helpers/serverProcess'

const health = async ({ url }: ServerProcess) =>
  await fetch(`${url}/health`).then(
    (answer) => answer.status,
    () => 0,
  )
const fairs = async ({ url }: ServerProcess) => await (await fetch(`${url}/api/fairs`)).json()

describe('start and end', () => {
  let dataDir: string
  let server: ServerProcess | undefined

  beforeAll(ensureBuild, 180_000)
  beforeEach(async () => {
    dataDir = await temporaryFolder()
  })
  afterEach(async () => {
    if (server && isAlive(server.pid)) await server.end('SIGTERM')
    if ((await databasePid(dataDir)) !== null) await killDatabase(dataDir)
    await removeFolder(dataDir)
  })

  it('starts from nothing, writes the demo fair, says where to go, and ends database after app', async () => {
    server = await startServer({ DATA_DIR: dataDir })
    expect(await health(server)).toBe(200)
    expect(await fairs(server)).toMatchObject([{ slug: 'smart-beroepsbeurs-2027' }])
    for (const word of ['organiser', 'exhibitor', 'visitor']) expect(server.output()).toContain(word)
    expect(((await stat(path.join(dataDir, 'session-secret'))).mode & 0o077).toString(8)).toBe('0')
    expect(await databasePid(dataDir)).not.toBe(null)
    // It trusts whoever gets through its socket, so nobody else's programs do.
    expect(((await stat(path.join(dataDir, 'postgres/.s.PGSQL.5432'))).mode & 0o077).toString(8)).toBe('0')
    expect(await server.end('SIGINT')).toBe(0)
    expect(await databasePid(dataDir)).toBe(null)
  })

  it('starts again after kill -9 of the app, on the database that went on, with the same secret', async () => {
    server = await startServer({ DATA_DIR: dataDir })
    const before = await fairs(server)
    const database = await databasePid(dataDir)
    const secret = await readFile(path.join(dataDir, 'session-secret'), 'utf8')
    await server.end('SIGKILL')
    expect(await databasePid(dataDir)).toBe(database)
    server = await startServer({ DATA_DIR: dataDir })
    expect(await fairs(server)).toEqual(before)
    expect(await databasePid(dataDir)).toBe(database)
    expect(await readFile(path.join(dataDir, 'session-secret'), 'utf8')).toBe(secret)
  })

  it('starts again after kill -9 of app and database', async () => {
    server = await startServer({ DATA_DIR: dataDir })
    const before = await fairs(server)
    await server.end('SIGKILL')
    await killDatabase(dataDir)
    server = await startServer({ DATA_DIR: dataDir })
    expect(await fairs(server)).toEqual(before)
  })

  it('says 503 while the database is away, and starts it again', async () => {
    server = await startServer({ DATA_DIR: dataDir })
    const app = server
    const before = await fairs(app)
    const database = await killDatabase(dataDir)
    await until(async () => (await health(app)) === 503 || (await databasePid(dataDir)) !== database)
    await until(async () => (await health(app)) === 200)
    expect(await databasePid(dataDir)).not.toBe(database)
    expect(await fairs(app)).toEqual(before)
  })

  it('takes over from a first run that was killed while it set up', async () => {
    const first = startServer({ DATA_DIR: dataDir }).catch(() => null)
    await until(async () => (await databasePid(dataDir)) !== null)
    await killDatabase(dataDir)
    const survivor = await first
    if (survivor) await survivor.end('SIGKILL')
    server = await startServer({ DATA_DIR: dataDir })
    expect(await fairs(server)).toMatchObject([{ slug: 'smart-beroepsbeurs-2027' }])
  })

  it.each([150, 700, 1500])('starts after a kill -9 %i ms into the very first start', async (ms) => {
    const first = startServer({ DATA_DIR: dataDir }, (pid) => setTimeout(() => process.kill(pid, 'SIGKILL'), ms))
    await first.catch(() => null)
    server = await startServer({ DATA_DIR: dataDir })
    expect(await fairs(server)).toMatchObject([{ slug: 'smart-beroepsbeurs-2027' }])
  })

  it('says which setting is wrong, and ends', async () => {
    const { code, output } = await runServer({ DATA_DIR: dataDir, PORT: 'many', SMTP_URL: 'post' })
    expect(code).toBe(1)
    expect(output).toContain('PORT')
    expect(output).toContain('SMTP_URL')
    expect(output).not.toContain('    at ')
  })

  it('says that the port is in use, and leaves no database behind', async () => {
    server = await startServer({ DATA_DIR: dataDir })
    const other = await temporaryFolder()
    const { code, output } = await runServer({ DATA_DIR: other, PORT: new URL(server.url).port })
    expect(code).toBe(1)
    expect(output).toContain('in use')
    expect(await databasePid(other)).toBe(null)
    await removeFolder(other)
  })
})
