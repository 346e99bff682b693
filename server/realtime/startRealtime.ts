import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server } from 'socket.io'
import type { Container } from '#server/container'
import { listen } from '#server/db/listen'
import { identify } from '#server/http/identify'
import { isOurOrigin } from '#server/http/origin'
import { createRateLimiter } from '#server/http/rateLimit'
import { type BoothId, type FairId, isId } from '#shared/kernel/ids'
import { SOCKET_PATH } from '#shared/protocol/events'
import { acrossProcesses } from './acrossProcesses'
import { codeOf } from './codeOf'
import { type EventServer, type EventSocket, joinFair } from './joinFair'
import { createRelay } from './relay'

export interface RealtimeOptions {
  container: Container
  server: HttpServer
  publicUrl: string | null
}

export interface Realtime {
  /** Sockets that are connected to this process. */
  connections(): number
  close(): Promise<void>
}

/** Largest message that a client may send, in bytes: the longest is a fair's id. */
const MAX_MESSAGE_BYTES = 4096

/** Its requests would each reach another process, and there is but one that knows the session. */
const NO_POLLING =
  'Several processes serve this address, without sticky sessions: connect with transports: ["websocket"].'
const isPolling = ({ url }: IncomingMessage) => /[?&]transport=polling(&|$)/.test(url ?? '')

/** Socket.IO on the app's port: who holds which booth, live. */
export async function startRealtime({ container, server, publicUrl }: RealtimeOptions): Promise<Realtime> {
  const { deps, services } = container
  const across = acrossProcesses(deps.sql, deps.log)
  const io: EventServer = new Server(server, {
    path: SOCKET_PATH,
    serveClient: false,
    // Other handshakes on this port are not ours to end.
    destroyUpgrade: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    adapter: across.adapter,
    allowRequest: (request, decide) => {
      if (!isOurOrigin(request, publicUrl)) decide(null, false)
      else if (isPolling(request)) void isAlone().then((alone) => decide(alone ? null : NO_POLLING, alone))
      else decide(null, true)
    },
  })
  const isAlone = async () => (await io.of('/').adapter.serverCount()) === 1
  const relay = createRelay(deps, io)
  const takeJoin = createRateLimiter({ burst: 20, perSecond: 1 }, deps.clock)
  const report = (error: unknown) => {
    if (codeOf(error) !== 'DATABASE_AWAY') deps.log.error({ err: error }, 'an event could not be passed on')
  }
  const whoIs = async (socket: EventSocket) => {
    const { actor, token } = await identify(services, socket.request)
    socket.data.actor = actor
    socket.data.token = token
  }

  io.use((socket, next) => {
    socket.data.fairs = new Map()
    whoIs(socket).then(
      () => next(),
      (error: unknown) => next(new Error(codeOf(error))),
    )
  })

  io.on('connection', (socket) => {
    socket.on('fair:join', (fairId: unknown, answer: unknown) => {
      if (typeof answer !== 'function') return
      if (!isId(fairId)) return answer({ ok: false, code: 'INVALID' })
      if (takeJoin(socket.id) > 0) return answer({ ok: false, code: 'TOO_MANY_REQUESTS' })
      joinFair(deps, socket, fairId as FairId).then(
        (booths) => answer({ ok: true, booths }),
        (error: unknown) => {
          const code = codeOf(error)
          if (code === 'INTERNAL') report(error)
          answer({ ok: false, code })
        },
      )
    })
  })

  let heardBefore = false
  const unlisten = await Promise.all([
    listen(deps.sql, 'booth_status', {
      onMessage: ({ fairId, boothId }) => void relay.boothStatus(fairId as FairId, boothId as BoothId).catch(report),
      onListening: () => {
        if (heardBefore) void relay.everythingAgain().catch(report)
        heardBefore = true
      },
    }),
    listen(deps.sql, 'release_changed', {
      onMessage: ({ fairId }) => void relay.releaseChanged(fairId as FairId).catch(report),
    }),
    listen(deps.sql, 'programme_context', {
      onMessage: ({ fairId }) => relay.programmeContext(fairId as FairId),
    }),
    listen(deps.sql, 'access_changed', {
      onMessage: ({ accountId, fairId }) => void accessChanged(accountId, fairId).catch(report),
    }),
  ])

  /** The session itself may be over: the socket is then a visitor's. */
  async function accessChanged(accountId: string, fairId: string | null): Promise<void> {
    const theirs = [...io.sockets.sockets.values()].filter((socket) => socket.data.actor.accountId === accountId)
    for (const socket of theirs) await whoIs(socket)
    await relay.recheck(
      (socket) => theirs.includes(socket) && (fairId === null || socket.data.fairs.has(fairId as FairId)),
    )
  }

  return {
    connections: () => io.engine.clientsCount,
    close: async () => {
      await Promise.all(unlisten.map((end) => end().catch(report)))
      io.of('/').adapter.close()
      // The engine, not the server below it, which belongs to the app. Cut connections come back by themselves; told to go, they would not.
      io.engine.close()
      await across.close()
    },
  }
}
