import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import { type Container, createContainer } from '#server/container'
import type { Deps } from '#server/deps'
import { createHttpApp } from '#server/http/createHttpApp'
import { startRealtime } from '#server/realtime/startRealtime'

export interface TestServer {
  url: string
  container: Container
  close(): Promise<void>
}

/** The real Express app and Socket.IO on a free port; only Remix's pages are left out. */
export async function startTestServer(deps: Deps): Promise<TestServer> {
  const container = createContainer(deps)
  const app = createHttpApp({
    container,
    publicUrl: null,
    production: true,
    sendsMail: false,
    clientFolder: '/nonexistent',
    build: { routes: {}, assets: { routes: {} }, entry: { module: {} }, future: {} } as unknown as ServerBuild,
    vite: null,
    islands: {},
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const realtime = await startRealtime({ container, server, publicUrl: null })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    container,
    close: async () => {
      await realtime.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}
