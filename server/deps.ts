import type { Logger } from 'pino'
import type { Clock } from '#shared/kernel/clock'
import type { RandomBytes } from '#shared/kernel/ids'
import type { Sql } from './db/client'

/** What every use-case may lean on; handed in, so that tests give their own clock and randomness. */
export interface Deps {
  readonly sql: Sql
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  readonly log: Logger
  /** Origin for links in mails, without a slash at the end. */
  readonly publicUrl: string
  /** Demo persons may enter, and their mails can be looked at. */
  readonly demo: boolean
  /** Key for the hashes of session and link tokens: a stolen database alone opens nothing. */
  readonly sessionSecret: string
}
