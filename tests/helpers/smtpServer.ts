import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export interface ReceivedMail {
  from: string
  to: string[]
  /** Headers and body as they came. */
  data: string
}

export interface TestSmtpServer {
  url: string
  mails: ReceivedMail[]
  /** What the server says to the next recipients instead of taking them. */
  refuseWith: string | null
  close(): Promise<void>
}

/** A mail server that takes everything (RFC 5321, as far as a client needs it). */
export async function startSmtpServer(): Promise<TestSmtpServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    talk(socket, running)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const running: TestSmtpServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails: [],
    refuseWith: null,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return running
}

function talk(socket: Socket, server: TestSmtpServer): void {
  let buffer = ''
  let inData = false
  let mail: ReceivedMail = { from: '', to: [], data: '' }
  const say = (line: string) => socket.write(`${line}\r\n`)
  const address = (line: string) => line.slice(line.indexOf('<') + 1, line.indexOf('>'))

  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO' || verb === 'HELO') return say('250 test')
    if (verb === 'MAIL') {
      mail = { from: address(line), to: [], data: '' }
      return say('250 ok')
    }
    if (verb === 'RCPT') {
      if (server.refuseWith) return say(server.refuseWith)
      mail.to.push(address(line))
      return say('250 ok')
    }
    if (verb === 'DATA') {
      inData = true
      return say('354 go on')
    }
    if (verb === 'QUIT') {
      say('221 bye')
      return socket.end()
    }
    return say('250 ok')
  }

  say('220 test')
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    buffer += chunk
    for (;;) {
      const end = inData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n')
      if (end < 0) return
      const part = buffer.slice(0, end)
      buffer = buffer.slice(end + (inData ? 5 : 2))
      if (inData) {
        inData = false
        server.mails.push({ ...mail, data: part.replaceAll('\r\n..', '\r\n.') })
        say('250 taken')
      } else command(part)
    }
  })
}

/** A quoted-printable or base64 part of a mail, decoded. */
export function partOf({ data }: ReceivedMail, type: string): string {
  const at = data.indexOf(`Content-Type: ${type}`)
  const start = data.indexOf('\r\n\r\n', at) + 4
  const head = data.slice(at, start)
  const end = data.indexOf('\r\n--', start)
  const body = data.slice(start, end < 0 ? undefined : end)
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/quoted-printable/i.test(head)) return body
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
