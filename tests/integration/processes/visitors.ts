import { type IncomingHttpHeaders, request } from 'node:http'
import { io, type Socket } from 'socket.io-client'
import { type BoothStatusEvent, type JoinAnswer, SOCKET_PATH } from '#shared/protocol/events'

export interface Asked {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

export interface AskOptions {
  method?: string
  cookie?: string
  headers?: Record<string, string>
  body?: string
}

/** One request over a connection of its own, so that the proxy gives it to the next process. */
export const ask = (url: string, { method = 'GET', cookie, headers, body }: AskOptions = {}): Promise<Asked> =>
  new Promise((resolve, reject) => {
    const { origin } = new URL(url)
    const sent = request(
      url,
      { method, agent: false, headers: { Origin: origin, ...(cookie && { Cookie: cookie }), ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

export interface Watcher {
  socket: Socket
  events: BoothStatusEvent[]
  releases: { fairId: string; number: number | null }[]
}

/** A page that shows a fair, by a WebSocket of its own. */
export async function watch(url: string, fairId: string, cookie = ''): Promise<Watcher> {
  const socket = io(url, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    extraHeaders: { Cookie: cookie },
  })
  const watcher: Watcher = { socket, events: [], releases: [] }
  socket.on('booth:status', (event: BoothStatusEvent) => watcher.events.push(event))
  socket.on('release:changed', (event: { fairId: string; number: number | null }) => watcher.releases.push(event))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  const joined = (await socket.timeout(20_000).emitWithAck('fair:join', fairId)) as JoinAnswer
  if (!joined.ok) throw new Error(`not let in: ${joined.code}`)
  return watcher
}
