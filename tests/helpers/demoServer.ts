import { afterAll, beforeAll } from 'vitest'
import {
  databasePid,
  ensureBuild,
  killDatabase,
  removeFolder,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from './serverProcess'

/** The built app with the demo fair on a database of its own, for all tests of a file. */
export function demoServer(): { readonly server: ServerProcess; readonly dataDir: string } {
  const app = {} as { server: ServerProcess; dataDir: string }
  beforeAll(async () => {
    await ensureBuild()
    app.dataDir = await temporaryFolder()
    app.server = await startServer({ DATA_DIR: app.dataDir, DEMO: 'on' })
  }, 180_000)
  afterAll(async () => {
    await app.server.end('SIGTERM')
    if ((await databasePid(app.dataDir)) !== null) await killDatabase(app.dataDir)
    await removeFolder(app.dataDir)
  })
  return app
}
