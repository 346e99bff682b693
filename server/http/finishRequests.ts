import type { Server, ServerResponse } from 'node:http'

/** Longer than any page takes; whoever polls is not waited for longer. */
const PATIENCE_MS = 3000
const CHECK_MS = 20

/**
 * Knows the requests that are being answered. The function it returns takes no new connections and waits for those answers, so
 * that a proxy finds the door closed and asks another process, but nobody's answer is cut off half-way.
 */
export function finishRequests(server: Server): () => Promise<void> {
  const open = new Set<ServerResponse>()
  let isEnding = false
  server.prependListener('request', (_request, response: ServerResponse) => {
    open.add(response)
    response.once('close', () => open.delete(response))
    if (isEnding) response.setHeader('Connection', 'close')
  })
  return async () => {
    isEnding = true
    server.close()
    for (const response of open) if (!response.headersSent) response.setHeader('Connection', 'close')
    const deadline = performance.now() + PATIENCE_MS
    while (open.size > 0 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, CHECK_MS))
    server.closeIdleConnections()
  }
}
