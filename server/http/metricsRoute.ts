import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface MetricsAccess {
  /** Of METRICS_TOKEN. */
  token: string | null
  publicUrl: string | null
}

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/
/** A page of another website whose name was made to lead to this machine still sends that name. */
const LOCAL_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

export const isMetrics = ({ url, method }: IncomingMessage): boolean =>
  method === 'GET' && url?.split('?')[0] === '/metrics'

/**
 * With a token: whoever brings it. Without: this machine itself, as far as that can be told. What a proxy on this machine passes
 * on comes from this machine too; so nothing that was passed on counts, and nothing at all where a public address is set.
 */
export function mayReadMetrics(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  { token, publicUrl }: MetricsAccess,
): boolean {
  if (token !== null) return isSame(headers.authorization, `Bearer ${token}`)
  if (publicUrl !== null || PROXY_HEADERS.some((name) => headers[name] !== undefined)) return false
  return LOOPBACK.test(socket.remoteAddress ?? '') && LOCAL_HOST.test(headers.host ?? '')
}

export function sendMetrics(response: ServerResponse, render: () => Promise<{ type: string; text: string }>): void {
  render().then(
    ({ type, text }) => response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text),
    () => response.writeHead(500).end(),
  )
}

function isSame(given: string | undefined, wanted: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
