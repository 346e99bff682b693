import * as decoding from 'lib0/decoding'
import type { WebSocket as WsSocket } from 'ws'
import * as Y from 'yjs'
import { createFairDocument, type FairDocument, ORIGIN } from '#shared/document/fairDocument'
import { MESSAGE, SYNC_STEP } from '#shared/protocol/sync'
import { withHeaders } from '#tests/helpers/syncClients'
import { type ConnectionView, connectionView, unsavedChanges } from '~/realtime/connectionState'
import { createSyncClient, type Network, type SyncClient } from '~/realtime/syncClient'

/** The browser's own word about its network, said by the test. */
class TestNetwork implements Network {
  onLine = true
  private readonly listeners = new Set<() => void>()
  addEventListener(_type: 'online' | 'offline', listener: () => void): void {
    this.listeners.add(listener)
  }
  removeEventListener(_type: 'online' | 'offline', listener: () => void): void {
    this.listeners.delete(listener)
  }
  set(onLine: boolean): void {
    if (this.onLine === onLine) return
    this.onLine = onLine
    this.tell()
  }
  tell(): void {
    for (const listener of [...this.listeners]) listener()
  }
}

export interface EditorOptions {
  /** `ws://host/sync` */
  address: string
  fairId: string
  cookie: string
}

/** Where nobody listens. */
const NOWHERE = 'ws://127.0.0.1:1'
const RESTORED = Symbol('from the copy on the device')

interface Hearing {
  cookie: string
  isOffline: () => boolean
  onLine: (line: WebSocket) => void
  onUpdate: (update: Uint8Array) => void
}

/**
 * Tells of every update as it comes from the server. What the document says of it would not do: a change of another's may
 * overwrite an own one that is still unsent, and then both are in what the document tells.
 */
const hearingSocket = ({ cookie, isOffline, onLine, onUpdate }: Hearing) =>
  class extends withHeaders({ cookie }) {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(isOffline() ? NOWHERE : url, protocols)
      onLine(this)
      this.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
        const decoder = decoding.createDecoder(new Uint8Array(data))
        if (decoding.readVarUint(decoder) !== MESSAGE.sync) return
        if (decoding.readVarUint(decoder) !== SYNC_STEP.one) onUpdate(decoding.readVarUint8Array(decoder).slice())
      })
    }
  }

/** One organiser's window, without the browser: the product's own client on a document, and a copy of it on the device. */
export class Editor {
  doc: FairDocument = createFairDocument()
  private readonly network = new TestNetwork()
  /** What it heard of others, since somebody last took it from here. */
  received: Uint8Array[] = []
  /** Own edits of which a person was told "Saved", likewise. */
  promised: Uint8Array[] = []
  /** Each kind of view that a person was shown. */
  readonly shown = new Set<ConnectionView['kind']>()
  private readonly copy: Uint8Array[] = []
  private unsaved: Uint8Array[] = []
  private client: SyncClient
  private line: WsSocket | null = null
  private isOffline = false
  /** How many connections it asked for. */
  lines = 0

  constructor(private readonly options: EditorOptions) {
    this.client = this.open(0)
  }

  get view(): ConnectionView {
    return connectionView(this.client.connection)
  }

  /** The line breaks without a word, and may be had again. */
  breakLine(): void {
    this.line?.terminate()
  }

  /** No connection lasts, none comes about; and the browser says so. */
  goOffline(): void {
    this.isOffline = true
    this.breakLine()
    this.network.set(false)
  }

  goOnline(): void {
    this.isOffline = false
    this.network.set(true)
  }

  /** As if the browser had just seen its network come: without a connection it asks for one at once, not after its pause. */
  askNow(): void {
    if (this.client.connection.link === 'down') this.network.tell()
  }

  /** Another session, and the page as it comes then. */
  signIn(cookie: string): void {
    this.options.cookie = cookie
    this.reload()
  }

  /** The page goes without a word, and comes again with what the device kept. */
  reload(): void {
    const left = unsavedChanges(this.client.connection)
    this.close()
    const state = Y.mergeUpdates(this.copy)
    this.copy.splice(0, Number.POSITIVE_INFINITY, state)
    this.doc = createFairDocument()
    Y.applyUpdate(this.doc, state, RESTORED)
    this.client = this.open(left)
  }

  close(): void {
    this.client.destroy()
    this.doc.destroy()
  }

  private open(restored: number): SyncClient {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.copy.push(update)
      if (origin === ORIGIN.local) this.unsaved.push(update)
    })
    const client = createSyncClient({
      ...{ address: this.options.address, fairId: this.options.fairId, doc: this.doc, restored, network: this.network },
      isOwn: (origin) => origin === ORIGIN.local,
      onWho: () => {},
      onRepair: () => {},
      WebSocketImpl: hearingSocket({
        cookie: this.options.cookie,
        isOffline: () => this.isOffline,
        onLine: (line) => {
          this.lines++
          this.line = line as unknown as WsSocket
        },
        onUpdate: (update) => this.received.push(update),
      }),
    })
    client.subscribe((model) => {
      const { kind } = connectionView(model)
      this.shown.add(kind)
      if (kind !== 'saved') return
      this.promised.push(...this.unsaved)
      this.unsaved = []
    })
    return client
  }
}
