import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { Language } from '#shared/kernel/language'
import { requireAccount } from '../access/requireAccount'

export interface AccountDetails {
  email: string
  name: string
  language: Language
  demo: boolean
  createdAt: Date
  /** Sessions still open, this one among them. */
  sessions: number
}

export const getAccount =
  (deps: Deps) =>
  async (actor: Actor): Promise<AccountDetails> => {
    const accountId = requireAccount(actor)
    const [row] = await deps.sql<AccountDetails[]>`
      select a.email, a.name, a.language, a.demo, a.created_at as "createdAt",
        (select count(*)::int from sessions s where s.account_id = a.id and s.expires_at > ${deps.clock.now()}) as sessions
      from accounts a where a.id = ${accountId}`
    if (!row) throw new AppError('NOT_SIGNED_IN', { detail: 'account is gone' })
    return row
  }
