import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { SOCKET_PATH } from '#shared/protocol/events'
import { isOurOrigin } from './origin'

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer, pathname: string) => void

export interface UpgradeRoutes {
  /** /sync/<fairId> */
  sync: UpgradeHandler
  publicUrl: string | null
  /** Vite's own socket, in development only. */
  allowVite: boolean
}

/** The one listener for handshakes: sync here, Socket.IO by its own, everything else is refused. */
export function routeUpgrades(server: Server, { sync, publicUrl, allowVite }: UpgradeRoutes): void {
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const refuse = (status: string) =>
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    if (allowVite && request.headers['sec-websocket-protocol']?.startsWith('vite-')) return
    if (!isOurOrigin(request, publicUrl)) return refuse('403 Forbidden')
    const pathname = pathOf(request.url)
    if (pathname === null) return refuse('400 Bad Request')
    if (pathname.startsWith('/sync/')) return sync(request, socket, head, pathname)
    if (pathname === SOCKET_PATH || pathname === `${SOCKET_PATH}/`) return
    refuse('404 Not Found')
  })
}

function pathOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : null
}
