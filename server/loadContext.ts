import type { Actor } from '#shared/access/roles'
import type { Services } from './services'

/** What routes are given with each request; they reach the server through this and nothing else. */
declare module '@remix-run/node' {
  interface AppLoadContext extends LoadContext {}
  interface Future {
    v3_singleFetch: true
  }
}

export interface LoadContext {
  readonly services: Services
  readonly actor: Actor
  /** Token of the session's cookie, for signing out. Null for visitors. */
  readonly sessionToken: string | null
  /** Network address of whoever asks, for rate limits. */
  readonly address: string
  /** Value of Set-Cookie that opens a session, or with null ends it in this browser. */
  readonly cookieFor: (sessionToken: string | null) => string
  /** There is a mail server; without, sign-in links are printed by `npm run sign-in-link`. */
  readonly sendsMail: boolean
  readonly cspNonce: string
  readonly publicUrl: string
  readonly demo: boolean
  readonly now: Date
  /** Hands an unexpected error to the log, without what the person sent. */
  readonly reportError: (error: unknown) => void
  /** Addresses of the small scripts that pages without React load (see app/islands), by name. */
  readonly islands: Readonly<Record<string, string>>
}
