import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import type { ViteDevServer } from 'vite'

export interface Pages {
  clientFolder: string
  build: ServerBuild | (() => Promise<ServerBuild>)
  vite: ViteDevServer | null
  islands: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** Remix's build: in production from `build/`, in development made by Vite on the same port, with hot reload. */
export async function loadPages(server: Server, production: boolean): Promise<Pages> {
  const clientFolder = path.resolve('build/client')
  if (production) {
    return {
      clientFolder,
      build: (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild,
      vite: null,
      islands: JSON.parse(await readFile(path.resolve('build/islands.json'), 'utf8')) as Record<string, string>,
      close: async () => {},
    }
  }
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } } })
  return {
    clientFolder,
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    vite,
    islands: new Proxy({} as Record<string, string>, { get: (_target, name) => `/app/islands/${String(name)}.ts` }),
    close: () => vite.close(),
  }
}
