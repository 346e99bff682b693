import type { BoothStatusEvent, ServerEvents } from '#shared/protocol/events'
import { acquireBoothSocket } from '~/realtime/boothSocket'
import type { FactsValue } from './programmeFacts'

/** Several changes in a short time are asked about once. */
const TOGETHER_MS = 500

/**
 * Keeps hours and people up to date: the server says when they changed; a claim may make a person the only one at a booth;
 * after a gap in the connection anything may have happened.
 */
export function followContext(fairId: string, facts: FactsValue): () => void {
  const { socket, release } = acquireBoothSocket()
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void facts.refresh(), TOGETHER_MS)
  }
  const onContext: ServerEvents['programme:context'] = (event) => {
    if (event.fairId === fairId) soon()
  }
  const onStatus = (event: BoothStatusEvent) => {
    if (event.fairId === fairId) soon()
  }
  let connectedBefore = false
  const onConnect = () => {
    void socket.join(fairId)
    if (connectedBefore) soon()
    connectedBefore = true
  }
  socket.on('connect', onConnect)
  socket.on('programme:context', onContext)
  socket.on('booth:status', onStatus)
  if (socket.connected) onConnect()
  return () => {
    clearTimeout(timer)
    socket.off('connect', onConnect)
    socket.off('programme:context', onContext)
    socket.off('booth:status', onStatus)
    release()
  }
}
