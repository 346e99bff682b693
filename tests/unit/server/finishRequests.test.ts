import { Agent, createServer, get, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { finishRequests } from '#server/http/finishRequests'

async function serve(listener: RequestListener) {
  const server = createServer(listener)
  const finish = finishRequests(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { finish, server, port: (server.address() as AddressInfo).port }
}

const ask = (port: number, agent: Agent) =>
  new Promise<{ answer: IncomingMessage; body: string }>((resolve, reject) => {
    get({ port, host: '127.0.0.1', agent }, async (answer) => {
      let body = ''
      for await (const chunk of answer) body += chunk
      resolve({ answer, body })
    }).on('error', reject)
  })

const isRefused = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(false)).on('error', () => resolve(true))
    socket.on('close', () => socket.destroy())
  })

describe('a server that ends', () => {
  it('answers whole what was asked, and takes nobody new', async () => {
    let goOn = () => {}
    let isAsked = () => {}
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve
    })
    const { finish, server, port } = await serve((_request, response) => {
      isAsked()
      goOn = () => response.end('whole')
    })
    const agent = new Agent({ keepAlive: true })
    const answering = ask(port, agent)
    await asked
    let isDone = false
    const ending = finish().then(() => {
      isDone = true
    })
    expect(await isRefused(port)).toBe(true)
    expect(isDone).toBe(false)
    goOn()
    const { answer, body } = await answering
    expect(body).toBe('whole')
    expect(answer.headers.connection).toBe('close')
    await ending
    agent.destroy()
    server.closeAllConnections()
  })

  it('does not wait for connections on which nobody asks', async () => {
    const { finish, server, port } = await serve((_request, response) => response.end('ok'))
    const agent = new Agent({ keepAlive: true })
    expect((await ask(port, agent)).body).toBe('ok')
    await finish()
    agent.destroy()
    server.closeAllConnections()
  })
})
