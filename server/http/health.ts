import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Sql } from '#server/db/client'

const DATABASE_PATIENCE_MS = 2000

export type Health = { status: 'ok' | 'starting' | 'database away'; uptimeSeconds: number }

/** With whatever a monitor appends to get past caches. */
export const isHealth = (url: string | undefined): boolean => url?.split('?')[0] === '/health'

/** Answers within two seconds whether a query comes back. */
export async function databaseAnswers(sql: Sql): Promise<boolean> {
  const answer = sql`select 1`.then(
    () => true,
    () => false,
  )
  const patience = new Promise<boolean>((resolve) => setTimeout(resolve, DATABASE_PATIENCE_MS, false).unref())
  return await Promise.race([answer, patience])
}

export function sendHealth(response: ServerResponse, status: Health['status']): void {
  const health: Health = { status, uptimeSeconds: Math.round(process.uptime()) }
  response.writeHead(status === 'ok' ? 200 : 503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(health))
}

/** Until everything is ready: 503 for all, in words. */
export const whileStarting: RequestListener = (request: IncomingMessage, response: ServerResponse) => {
  if (isHealth(request.url)) return sendHealth(response, 'starting')
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '2' })
  response.end('Beursvloer is starting. Try again in a few seconds.\n')
}
