import { WebSocket, WebSocketServer } from 'ws'
import { CLOSE } from '#shared/protocol/sync'
import { MAX_READ_BYTES } from '../limits'

const TOO_BIG = 1009

/** The library closes by itself on a message beyond all bounds, with a code at which the stock provider would try again for ever. */
class SyncSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === TOO_BIG ? CLOSE.tooLarge : code, reason)
  }
}

/** Takes handshakes that somebody else received. Without compression: frames are written as they are to many sockets. */
export const createSocketServer = () =>
  new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_READ_BYTES,
    WebSocket: SyncSocket,
  })
