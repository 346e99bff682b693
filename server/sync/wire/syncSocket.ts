import { type ServerOptions, WebSocket, WebSocketServer } from 'ws'
import { CLOSE } from '#shared/protocol/sync'
import { END_PATIENCE_MS, MAX_FRAGMENTS, MAX_READ_BYTES } from '../limits'

/**
 * What the library itself closes upon, by its codes: at those the stock provider would try again for ever. A message beyond
 * all bounds or in too many pieces; frames that break the protocol of WebSockets; text that is none.
 */
const OWN_CODES: ReadonlyMap<number | undefined, number> = new Map([
  [1009, CLOSE.tooLarge],
  [1008, CLOSE.tooLarge],
  [1002, CLOSE.malformed],
  [1003, CLOSE.malformed],
  [1007, CLOSE.malformed],
])

class SyncSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(OWN_CODES.get(code) ?? code, reason)
  }
}

/** For which of our reasons the library has just closed; null where the socket itself failed. */
export function refusalOf(error: Error): 'tooLarge' | 'malformed' | null {
  if (!('code' in error) || typeof error.code !== 'string' || !error.code.startsWith('WS_ERR_')) return null
  return /_(DATA_PAYLOAD|MESSAGE)_LENGTH$|TOO_MANY/.test(error.code) ? 'tooLarge' : 'malformed'
}

/** `closeTimeout` is younger than the library's published types. */
const options: ServerOptions<typeof SyncSocket> & { closeTimeout: number } = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: MAX_READ_BYTES,
  maxFragments: MAX_FRAGMENTS,
  closeTimeout: END_PATIENCE_MS,
  WebSocket: SyncSocket,
}

/** Takes handshakes that somebody else received. Without compression: frames are written as they are to many sockets. */
export const createSocketServer = () => new WebSocketServer(options)
