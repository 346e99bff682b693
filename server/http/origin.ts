import type { IncomingMessage } from 'node:http'

/**
 * Whether a request's Origin is ours. A missing one is fine: other programs send none, browsers always do where it matters.
 * With PUBLIC_URL only that origin counts; without, the address that the request itself was sent to.
 */
export function isOurOrigin(request: Pick<IncomingMessage, 'headers'>, publicUrl: string | null): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (publicUrl !== null) return origin === publicUrl
  return URL.canParse(origin) && new URL(origin).host === host
}
