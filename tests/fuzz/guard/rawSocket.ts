import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

export interface RawTarget {
  port: number
  fairId: string
  cookie: string | null
}

export type Outcome = { refused: number } | 'tolerated' | 'cut'

const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 }
const PATIENCE_MS = 30_000

/** A masked frame, as clients must send them. With a mask of noughts the payload stays as it is. */
export function clientFrame(payload: Uint8Array, { opcode = OPCODE.binary, first = 0x80 } = {}): Buffer {
  const { length } = payload
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10)
  header[0] = first | opcode
  if (length < 126) header[1] = 0x80 | length
  else if (length < 65_536) {
    header[1] = 0x80 | 126
    header.writeUInt16BE(length, 2)
  } else {
    header[1] = 0x80 | 127
    header.writeBigUInt64BE(BigInt(length), 2)
  }
  return Buffer.concat([header, Buffer.alloc(4), payload])
}

/** A WebSocket by hand, which may say what no library would. */
export class RawSocket {
  readonly opened: Promise<void>
  readonly ended: Promise<number | null>
  private buffer = Buffer.alloc(0)
  private isOpen = false
  private closeCode: number | null = null
  private pongs = 0
  private pings = 0
  private waiting: (() => void) | null = null

  constructor(
    { port, fairId, cookie }: RawTarget,
    readonly socket: Socket | Duplex = connect(port, '127.0.0.1'),
  ) {
    if ('setNoDelay' in socket) socket.setNoDelay(true)
    const headers = [
      `GET /sync/${fairId}?ack=1 HTTP/1.1`,
      ...['Host: 127.0.0.1', 'Upgrade: websocket', 'Connection: Upgrade'],
      ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='],
      ...(cookie ? [`Cookie: ${cookie}`] : []),
    ]
    socket.write(`${headers.join('\r\n')}\r\n\r\n`)
    let open = () => {}
    this.opened = new Promise((resolve) => {
      open = resolve
    })
    socket.on('data', (data) => {
      this.buffer = this.buffer.length > 0 ? Buffer.concat([this.buffer, data]) : data
      if (!this.isOpen) {
        const at = this.buffer.indexOf('\r\n\r\n')
        if (at < 0) return
        this.buffer = this.buffer.subarray(at + 4)
        this.isOpen = true
        open()
      }
      this.readFrames()
      this.waiting?.()
    })
    socket.on('error', () => {})
    this.ended = new Promise((resolve) =>
      socket.on('close', () => {
        open()
        resolve(this.closeCode)
        this.waiting?.()
      }),
    )
  }

  /** Sends these bytes, and a ping behind them: whatever answers first tells what became of them. */
  async try(bytes: Uint8Array): Promise<Outcome> {
    await this.opened
    const wanted = ++this.pings
    this.socket.write(bytes)
    this.socket.write(clientFrame(new Uint8Array(), { opcode: OPCODE.ping }))
    const deadline = performance.now() + PATIENCE_MS
    for (;;) {
      if (this.closeCode !== null) {
        this.socket.end(clientFrame(Uint8Array.of(this.closeCode >> 8, this.closeCode & 255), { opcode: OPCODE.close }))
        return { refused: this.closeCode }
      }
      if (this.pongs >= wanted) return 'tolerated'
      if (this.socket.destroyed || performance.now() > deadline) return 'cut'
      await new Promise<void>((resolve) => {
        this.waiting = resolve
        setTimeout(resolve, 1000).unref()
      })
      this.waiting = null
    }
  }

  /** Gone without a word, for the other side too. */
  vanish(): void {
    this.socket.removeAllListeners('data')
    this.socket.pause()
  }

  destroy(): void {
    this.socket.destroy()
  }

  private readFrames(): void {
    for (;;) {
      const { buffer } = this
      if (buffer.length < 2) return
      const short = (buffer[1] as number) & 0x7f
      const header = short < 126 ? 2 : short === 126 ? 4 : 10
      if (buffer.length < header) return
      const length = short < 126 ? short : short === 126 ? buffer.readUInt16BE(2) : Number(buffer.readBigUInt64BE(2))
      if (buffer.length < header + length) return
      const opcode = (buffer[0] as number) & 0x0f
      if (opcode === OPCODE.pong) this.pongs++
      if (opcode === OPCODE.close) this.closeCode = length >= 2 ? buffer.readUInt16BE(header) : 1005
      this.buffer = buffer.subarray(header + length)
    }
  }
}
