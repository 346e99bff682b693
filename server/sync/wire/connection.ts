import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { CLOSE, type CloseReason } from '#shared/protocol/sync'
import { MAX_BEHIND_BEATS, MAX_UNSENT_BYTES, PROBE_MS } from '../limits'
import type { SyncMeters } from '../meters'
import { MalformedError } from '../updates/byteReader'
import type { Frame } from './frames'
import { refusalOf } from './syncSocket'

/** Ends after which the client may come back: `later` at once and again, `leaving` once this process is up anew. */
const COME_BACK = { later: 1013, leaving: 1001 } as const
export type EndReason = CloseReason | keyof typeof COME_BACK

/** Why a connection is not read from for now. */
export type Hold = 'admission' | 'rate' | 'storing' | 'access'

export interface ConnectionListener {
  /** May throw MalformedError. */
  onFrame(bytes: Uint8Array): void
  /** A ping or a pong came. */
  onControl(): void
  /** The reader was too slow, was sent no more for a while, and has read all by now: it is to be sent the whole. */
  onCaughtUp(): void
}

/**
 * One socket: what goes through it and when it must end. Frames are finished by whoever sends them and go straight to the
 * stream below the WebSocket, whose own messages (pings, closing) go the same way, whole.
 */
export class Connection {
  private listener: ConnectionListener | null = null
  private readonly holds = new Set<Hold>()
  private missedBeats = 0
  private over = false
  private isBehind = false
  private behindBeats = 0

  constructor(
    private readonly ws: WebSocket,
    private readonly stream: Duplex,
    private readonly meters: SyncMeters,
  ) {
    this.hold('admission')
    ws.on('message', (data: Buffer, isBinary) => this.receive(data, isBinary))
    ws.on('ping', () => this.listener?.onControl())
    ws.on('pong', () => {
      this.missedBeats = 0
      this.listener?.onControl()
    })
    ws.on('error', (error) => {
      const refusal = refusalOf(error)
      if (refusal && !this.over) meters.ended(refusal)
      this.over = true
    })
    ws.on('close', () => {
      this.over = true
    })
    stream.on('drain', () => {
      if (!this.isBehind) return
      this.isBehind = false
      this.behindBeats = 0
      this.listener?.onCaughtUp()
    })
  }

  /** False once it is closing: nothing is heard or said any more. */
  get isOpen(): boolean {
    return !this.over
  }

  /** Bytes that the other side has yet to take. */
  get unsentBytes(): number {
    return this.stream.writableLength
  }

  onClosed(listener: () => void): void {
    this.ws.on('close', listener)
  }

  /** From now on frames are heard. */
  start(listener: ConnectionListener): void {
    this.listener = listener
    this.release('admission')
  }

  send(frame: Frame): void {
    if (this.over || this.isBehind || this.stream.destroyed) return
    if (this.stream.writableLength > MAX_UNSENT_BYTES) this.isBehind = true
    else this.stream.write(frame)
  }

  hold(why: Hold): void {
    this.holds.add(why)
    this.ws.pause()
  }

  release(why: Hold): void {
    this.holds.delete(why)
    if (this.holds.size === 0) this.ws.resume()
  }

  end(reason: EndReason): void {
    if (this.over) return
    this.over = true
    this.meters.ended(reason)
    const code = reason in COME_BACK ? COME_BACK[reason as keyof typeof COME_BACK] : CLOSE[reason as CloseReason]
    // Reading goes on, or the other side's answer to the closing would never be seen.
    this.holds.clear()
    this.ws.resume()
    this.ws.close(code, reason)
  }

  terminate(): void {
    this.over = true
    this.ws.terminate()
  }

  /** Called at every heartbeat; `keepAlive` is a message that means nothing. */
  beat(keepAlive: Frame): void {
    if (this.over) return
    if (this.isBehind && ++this.behindBeats > MAX_BEHIND_BEATS) {
      this.meters.ended('notReading')
      this.terminate()
      return
    }
    if (this.holds.size === 0 && this.missedBeats >= 2) {
      this.meters.ended('noAnswer')
      this.terminate()
      return
    }
    this.missedBeats++
    this.send(keepAlive)
    this.ws.ping()
  }

  /** Ends it unless the other side shows soon that it is there. */
  probe(): void {
    let answered = false
    this.ws.once('pong', () => {
      answered = true
    })
    if (!this.over) this.ws.ping()
    setTimeout(() => {
      if (answered || this.over) return
      this.meters.ended('noAnswer')
      this.terminate()
    }, PROBE_MS).unref()
  }

  private receive(data: Buffer, isBinary: boolean): void {
    if (this.over || !this.listener) return
    this.missedBeats = 0
    try {
      if (!isBinary) throw new MalformedError('text')
      this.listener.onFrame(data)
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error
      this.end('malformed')
    }
  }
}
