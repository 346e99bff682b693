import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface RoundRobinProxy {
  /** `http://127.0.0.1:port` */
  url: string
  /** Ports to which connections go in turn; whoever does not answer is passed over. */
  targets: number[]
  close(): Promise<void>
}

/** Hands each connection to the next process, whoever it comes from: no session sticks to one. */
export async function startRoundRobinProxy(targets: readonly number[] = []): Promise<RoundRobinProxy> {
  const sockets = new Set<Socket>()
  let turn = 0
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  }

  const forward = (client: Socket, tries: number) => {
    const port = proxy.targets[turn++ % Math.max(1, proxy.targets.length)]
    if (port === undefined || tries === 0) return client.destroy()
    const target = connect(port, '127.0.0.1')
    keep(target)
    let isConnected = false
    target.once('connect', () => {
      isConnected = true
      client.pipe(target).pipe(client)
    })
    target.on('error', () => (isConnected ? client.destroy() : forward(client, tries - 1)))
    target.on('close', () => isConnected && client.destroy())
    client.on('close', () => target.destroy())
    client.on('error', () => target.destroy())
  }

  const server = createServer((client) => {
    keep(client)
    client.on('error', () => client.destroy())
    forward(client, proxy.targets.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: RoundRobinProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    targets: [...targets],
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return proxy
}
