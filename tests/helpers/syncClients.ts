import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { createFairDocument } from '#shared/document/fairDocument'
import { MESSAGE, type Repair, SYNC_STEP, type Who } from '#shared/protocol/sync'

export interface ConnectOptions {
  cookie?: string
  origin?: string
  params?: Record<string, string>
}

/** A WebSocket class that sends these headers, as a browser would send its cookie. */
export const withHeaders = ({ cookie, origin }: ConnectOptions) =>
  class extends WebSocket {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols, { headers: { ...(cookie && { cookie }), ...(origin && { origin }) } })
    }
  } as unknown as typeof globalThis.WebSocket

export interface StockClient {
  doc: Y.Doc
  provider: WebsocketProvider
  synced: Promise<void>
  /** Code of the final close, at which the provider stopped trying. */
  closed: Promise<number>
}

/** The stock provider as its README shows it, with a cookie. */
export function stockClient(url: string, fairId: string, options: ConnectOptions & { doc?: Y.Doc } = {}): StockClient {
  const doc = options.doc ?? createFairDocument()
  const provider = new WebsocketProvider(url, fairId, doc, {
    WebSocketPolyfill: withHeaders(options),
    disableBc: true,
    params: options.params ?? {},
  })
  const synced = new Promise<void>((resolve) => provider.on('sync', (is: boolean) => is && resolve()))
  const closed = new Promise<number>((resolve) => provider.on('closed', ({ code }: { code: number }) => resolve(code)))
  return { doc, provider, synced, closed }
}

export interface RawClient {
  ws: WebSocket
  opened: Promise<void>
  /** Code and reason of the close. */
  closed: Promise<{ code: number; reason: string }>
  /** Status of a refused handshake. */
  refused: Promise<number>
  updates: Uint8Array[]
  acks: number[]
  who: Who[][]
  repairs: Repair[]
  /** Newest state of each awareness client, as text. */
  awareness: Map<number, string>
  onUpdate: (update: Uint8Array) => void
  send(bytes: Uint8Array): void
  sendEdits(step: 'two' | 'update', update: Uint8Array): void
  sendAwareness(entries: { clientId: number; clock: number; state: unknown }[]): void
}

export const message = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** A client that says exactly what it is told to, and notes everything it hears. */
export function rawClient(url: string, fairId: string, options: ConnectOptions = {}): RawClient {
  const query = new URLSearchParams(options.params).toString()
  const headers = {
    ...(options.cookie && { cookie: options.cookie }),
    ...(options.origin && { origin: options.origin }),
  }
  const ws = new WebSocket(`${url}/${fairId}${query && `?${query}`}`, { headers })
  const client: RawClient = {
    ws,
    opened: new Promise((resolve) => ws.on('open', resolve)),
    closed: new Promise((resolve) => ws.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))),
    refused: new Promise((resolve) =>
      ws.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0)
        ws.terminate()
      }),
    ),
    ...{ updates: [], acks: [], who: [], repairs: [], awareness: new Map() },
    onUpdate: () => {},
    send: (bytes) => ws.send(bytes),
    sendEdits: (step, update) =>
      ws.send(
        message((encoder) => {
          encoding.writeVarUint(encoder, MESSAGE.sync)
          encoding.writeVarUint(encoder, SYNC_STEP[step])
          encoding.writeVarUint8Array(encoder, update)
        }),
      ),
    sendAwareness: (entries) =>
      ws.send(
        message((encoder) => {
          encoding.writeVarUint(encoder, MESSAGE.awareness)
          const body = message((inner) => {
            encoding.writeVarUint(inner, entries.length)
            for (const { clientId, clock, state } of entries) {
              encoding.writeVarUint(inner, clientId)
              encoding.writeVarUint(inner, clock)
              encoding.writeVarString(inner, typeof state === 'string' ? state : JSON.stringify(state))
            }
          })
          encoding.writeVarUint8Array(encoder, body)
        }),
      ),
  }
  ws.on('error', () => {})
  ws.on('message', (data: Buffer) => hear(client, new Uint8Array(data)))
  return client
}

function hear(client: RawClient, bytes: Uint8Array): void {
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  if (type === MESSAGE.sync) {
    if (decoding.readVarUint(decoder) === SYNC_STEP.one) return
    const update = decoding.readVarUint8Array(decoder).slice()
    client.updates.push(update)
    client.onUpdate(update)
  } else if (type === MESSAGE.awareness) {
    const body = decoding.createDecoder(decoding.readVarUint8Array(decoder))
    for (let count = decoding.readVarUint(body); count > 0; count--) {
      const clientId = decoding.readVarUint(body)
      decoding.readVarUint(body)
      client.awareness.set(clientId, decoding.readVarString(body))
    }
  } else if (type === MESSAGE.ack) client.acks.push(decoding.readVarUint(decoder))
  else if (type === MESSAGE.who) client.who.push(JSON.parse(decoding.readVarString(decoder)))
  else if (type === MESSAGE.repair) client.repairs.push(JSON.parse(decoding.readVarString(decoder)))
}

/** The updates that a change of a document makes. */
export function updatesOf(doc: Y.Doc, change: () => void): Uint8Array[] {
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => updates.push(update)
  doc.on('update', collect)
  change()
  doc.off('update', collect)
  return updates
}

export const contentOf = (doc: Y.Doc): unknown =>
  Object.fromEntries(
    [...doc.share.keys()].sort().map((name) => {
      const entries = Object.entries(doc.getMap(name).toJSON()).sort(([a], [b]) => (a < b ? -1 : 1))
      return [name, entries]
    }),
  )
