import type { IncomingMessage } from 'node:http'
import type { Services } from '#server/services'
import { type Actor, visitor } from '#shared/access/roles'
import { preferredLanguage } from '#shared/kernel/language'
import { readCookie, SESSION_COOKIE } from './cookies'

export interface Identity {
  actor: Actor
  /** The session's token, or null for visitors. */
  token: string | null
}

/** Who sent this request or handshake, by its session cookie. */
export async function identify(services: Services, request: IncomingMessage): Promise<Identity> {
  const token = readCookie(request.headers.cookie, SESSION_COOKIE)
  const actor = token ? await services.accounts.readSession(token) : null
  return actor
    ? { actor, token }
    : { actor: visitor(preferredLanguage(request.headers['accept-language'])), token: null }
}
