import { MESSAGE, SYNC_STEP } from '#shared/protocol/sync'

/** What of a frame's edits: `all` that the server lacks, `one` update; null for frames without edits. */
export function editsIn(data: unknown): 'all' | 'one' | null {
  const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : data
  if (!(bytes instanceof Uint8Array) || bytes[0] !== MESSAGE.sync) return null
  if (bytes[1] === SYNC_STEP.two) return 'all'
  return bytes[1] === SYNC_STEP.update ? 'one' : null
}

/**
 * A WebSocket for the stock provider that tells of every frame with edits that it has sent: acknowledgements of the
 * server count the same frames.
 */
export function countingSocket(onEdits: (carries: 'all' | 'one') => void, Base: typeof WebSocket = WebSocket) {
  return class CountingSocket extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      const carries = editsIn(data)
      if (carries) onEdits(carries)
    }
  }
}
