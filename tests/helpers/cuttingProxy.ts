import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** When a connection ends, counted in bytes that went through it, and whether with a word (FIN) or without (RST). */
export interface Cut {
  /** `up`: from the client to the server. */
  direction: 'up' | 'down'
  afterBytes: number
  abruptly: boolean
}

export interface CuttingProxy {
  /** Of its own, for as long as it lives: whatever is behind it may come back on another port. */
  port: number
  /** Connections that were cut in the middle. */
  readonly cuts: number
  /** Where new connections go. Null: they wait until it is known. */
  pointAt(port: number | null): void
  close(): Promise<void>
}

export interface CuttingProxyOptions {
  /** Asked for every connection. */
  nextCut?: () => Cut | null
  /** Bytes of the next piece that is passed on, out of so many that are there. */
  nextPiece?: (length: number) => number
}

/** Stands between clients and server, and is as bad as networks are: connections end anywhere, within a frame or a header. */
export async function startCuttingProxy({
  nextCut = () => null,
  nextPiece = (length) => length,
}: CuttingProxyOptions = {}): Promise<CuttingProxy> {
  let target: number | null = null
  let cuts = 0
  const waiting = new Set<Socket>()
  const open = new Set<Socket>()

  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  }
  const join = (client: Socket, port: number) => {
    const server = connect(port, '127.0.0.1')
    server.setNoDelay(true)
    keep(server)
    const cut = nextCut()
    const end = (abruptly: boolean) => {
      for (const socket of [client, server]) {
        if (abruptly && !socket.destroyed) socket.resetAndDestroy()
        else socket.destroySoon()
      }
    }
    const pass = (from: Socket, to: Socket, direction: Cut['direction']) => {
      let left = cut?.direction === direction ? cut.afterBytes : Number.POSITIVE_INFINITY
      from.on('data', (bytes: Buffer) => {
        const passed = bytes.subarray(0, Math.min(bytes.length, left))
        for (let at = 0; at < passed.length; ) {
          const length = Math.max(1, nextPiece(passed.length - at))
          to.write(passed.subarray(at, at + length))
          at += length
        }
        left -= passed.length
        if (left > 0) return
        left = Number.POSITIVE_INFINITY
        cuts++
        end(cut?.abruptly ?? false)
      })
      from.on('close', () => end(false))
    }
    server.on('error', () => end(true))
    client.on('error', () => end(true))
    pass(client, server, 'up')
    pass(server, client, 'down')
  }

  const proxy = createServer((client) => {
    client.setNoDelay(true)
    keep(client)
    if (target !== null) return join(client, target)
    waiting.add(client)
    client.on('close', () => waiting.delete(client))
    client.on('error', () => waiting.delete(client))
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    port: (proxy.address() as AddressInfo).port,
    get cuts() {
      return cuts
    },
    pointAt(port) {
      target = port
      if (port === null) return
      for (const client of waiting) join(client, port)
      waiting.clear()
    },
    async close() {
      for (const socket of open) socket.destroy()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}
