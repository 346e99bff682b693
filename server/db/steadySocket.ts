import { Socket } from 'node:net'

/** What the driver tells a maker of sockets, as far as it matters here. */
interface Address {
  /** Of a Unix socket; else hosts and their ports. */
  path?: string | false
  host: string[]
  port: number[]
}

/** ReadyForQuery, with which PostgreSQL ends its greeting, but for its last byte (the state of the transaction). */
const READY = Buffer.from([0x5a, 0, 0, 0, 5])

/**
 * A connection that breaks ends without an error, once it is past the greeting. The driver (postgres.js 3.4.9) fails what it
 * had sent when it hears of the error; but what it is asked until the socket closes, a turn of the event loop later, it then
 * forgets: those queries never end. Of a socket that merely closes it fails all.
 */
class SteadySocket extends Socket {
  private isReady = false

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event === 'data') this.isReady ||= endsGreeting(args[0])
    if (this.isReady && event === 'error') return true
    if (this.isReady && event === 'close') return super.emit(event, false)
    return super.emit(event, ...args)
  }
}

const endsGreeting = (data: unknown): boolean =>
  data instanceof Buffer && data.subarray(-READY.length - 1, -1).equals(READY)

/** Makes sockets for one pool, on its way to the server: the driver writes into them before they are connected. */
export function steadySockets(): (address: Address) => Socket {
  let next = 0
  return ({ path, host, port }) => {
    const socket = new SteadySocket()
    if (path) return socket.connect(path)
    const nth = next++ % host.length
    const name = host[nth] ?? 'localhost'
    // Where the connection is encrypted the driver looks here for the name on the certificate.
    return Object.assign(socket.connect(port[nth] ?? 5432, name), { host: name })
  }
}
