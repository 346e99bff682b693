import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import { z } from 'zod'
import type { FairDocument } from '#shared/document/fairDocument'
import { MESSAGE, type Repair, SYNC_STEP, type Who } from '#shared/protocol/sync'
import { type ConnectionEvent, type ConnectionModel, connectionAfter, newConnection } from './connectionState'
import { countingSocket } from './countingSocket'

/** A server that restarts is back within seconds; a longer wait would only look like a failure. */
const MAX_BACKOFF_MS = 5000

const whoSchema: z.ZodType<Who[]> = z.array(
  z.object({ clientId: z.int(), accountId: z.string(), name: z.string(), colour: z.int() }),
)
const repairSchema: z.ZodType<Repair> = z.object({ kind: z.enum(['booths', 'halls']), ids: z.array(z.string()) })

export interface Network {
  readonly onLine: boolean
  addEventListener(type: 'online' | 'offline', listener: () => void): void
  removeEventListener(type: 'online' | 'offline', listener: () => void): void
}

export interface SyncClientOptions {
  /** `ws://host/sync` */
  address: string
  fairId: string
  doc: FairDocument
  /** Changes of an earlier visit that the server has not confirmed. */
  restored: number
  /** Whether a transaction of this origin is a change of this client's that must reach the server. */
  isOwn: (origin: unknown) => boolean
  onWho: (who: readonly Who[]) => void
  onRepair: (repair: Repair) => void
  /** Whether the server's whole document is wanted beside what this one lacks, before anything is sent. */
  wantsWhole?: () => boolean
  /** The answer to that. */
  onWhole?: (update: Uint8Array) => void
  WebSocketImpl?: typeof WebSocket
  /** Tells `online` and `offline`; the window, but for tests. */
  network?: Network
}

export interface SyncClient {
  readonly awareness: Awareness
  readonly connection: ConnectionModel
  subscribe(listener: (model: ConnectionModel) => void): () => void
  destroy(): void
}

const browserNetwork: Network = {
  get onLine() {
    return navigator.onLine
  },
  addEventListener: (type, listener) => window.addEventListener(type, listener),
  removeEventListener: (type, listener) => window.removeEventListener(type, listener),
}

/** Sync step 1 of a client that has nothing. */
const ASK_WHOLE = new Uint8Array([MESSAGE.sync, SYNC_STEP.one, 1, 0])

/** The stock provider, with what the server's extra messages tell: what is on disk, who is here, what was put back. */
export function createSyncClient(options: SyncClientOptions): SyncClient {
  const { doc, network = browserNetwork } = options
  let model = connectionAfter(newConnection(network.onLine), { type: 'restored', changes: options.restored })
  const listeners = new Set<(model: ConnectionModel) => void>()
  const tell = (event: ConnectionEvent) => {
    model = connectionAfter(model, event)
    for (const listener of listeners) listener(model)
  }

  // Before the provider's own listener, so that a change is known when its frame goes out.
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (options.isOwn(origin)) tell({ type: 'edit' })
  }
  doc.on('update', onUpdate)

  const provider = new WebsocketProvider(options.address, options.fairId, doc, {
    disableBc: true,
    connect: false,
    params: { ack: '1' },
    maxBackoffTime: MAX_BACKOFF_MS,
    WebSocketPolyfill: countingSocket((carries) => tell({ type: 'frame', carries }), options.WebSocketImpl),
  })
  let awaitsWhole = false
  const stock = provider.messageHandlers[MESSAGE.sync]
  provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    const ahead = decoding.clone(decoder)
    if (awaitsWhole && decoding.readVarUint(ahead) === SYNC_STEP.two) {
      awaitsWhole = false
      options.onWhole?.(decoding.readVarUint8Array(ahead))
    }
    stock?.(encoder, decoder, ...rest)
  }
  provider.messageHandlers[MESSAGE.ack] = (_encoder, decoder) =>
    tell({ type: 'acked', frames: decoding.readVarUint(decoder) })
  provider.messageHandlers[MESSAGE.who] = (_encoder, decoder) =>
    options.onWho(whoSchema.parse(JSON.parse(decoding.readVarString(decoder))))
  provider.messageHandlers[MESSAGE.repair] = (_encoder, decoder) =>
    options.onRepair(repairSchema.parse(JSON.parse(decoding.readVarString(decoder))))

  provider.on('status', ({ status }) => {
    if (status === 'connecting') tell({ type: 'opening' })
    if (status !== 'connected') return
    tell({ type: 'opened' })
    // Before the provider's own question: the first answer is the whole document as it is without what is made here.
    awaitsWhole = options.wantsWhole?.() ?? false
    if (awaitsWhole) provider.ws?.send(ASK_WHOLE)
  })
  provider.on('sync', (synced: boolean) => {
    if (synced) tell({ type: 'synced' })
  })
  provider.on('connection-close', () => tell({ type: 'closed' }))
  provider.on('closed', ({ code }) => tell({ type: 'refused', code }))

  // A socket that the network has left says nothing for half a minute: ask anew instead of waiting for it.
  const onNetwork = () => {
    tell({ type: 'network', online: network.onLine })
    if (model.refused !== null) return
    provider.disconnect()
    provider.connect()
  }
  network.addEventListener('online', onNetwork)
  network.addEventListener('offline', onNetwork)
  provider.connect()

  return {
    awareness: provider.awareness,
    get connection() {
      return model
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      network.removeEventListener('online', onNetwork)
      network.removeEventListener('offline', onNetwork)
      listeners.clear()
      doc.off('update', onUpdate)
      provider.destroy()
      provider.awareness.destroy()
    },
  }
}
