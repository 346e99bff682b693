import { io, type Socket } from 'socket.io-client'
import { type ClientEvents, type JoinAnswer, type ServerEvents, SOCKET_PATH } from '#shared/protocol/events'
import type { BoothSocket } from './boothStatusStore'

const JOIN_TIMEOUT_MS = 8000
/** React mounts twice in development, and pages follow on each other: the socket outlives a short gap. */
const LINGER_MS = 2000

let socket: Socket<ServerEvents, ClientEvents> | null = null
let users = 0

/** The page's one Socket.IO connection; closed soon after the last user has let go of it. */
export function acquireBoothSocket(): { socket: BoothSocket; release: () => void } {
  users++
  // Long polling would need every request to reach the same process.
  socket ??= io({ path: SOCKET_PATH, transports: ['websocket'] })
  const shared = socket
  if (!shared.active) shared.connect()
  const release = () => {
    users--
    setTimeout(() => {
      if (users > 0 || socket !== shared) return
      shared.disconnect()
      socket = null
    }, LINGER_MS)
  }
  return { socket: asBoothSocket(shared), release }
}

const asBoothSocket = (shared: Socket<ServerEvents, ClientEvents>): BoothSocket => ({
  get connected() {
    return shared.connected
  },
  on: (event, listener) => shared.on(event, listener as never),
  off: (event, listener) => shared.off(event, listener as never),
  join: (fairId) =>
    new Promise<JoinAnswer | null>((resolve) =>
      shared
        .timeout(JOIN_TIMEOUT_MS)
        .emit('fair:join', fairId, (error: Error | null, answer: JoinAnswer) => resolve(error ? null : answer)),
    ),
})
