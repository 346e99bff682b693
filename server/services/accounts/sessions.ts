import type { Queryable } from '#server/db/client'
import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { AccountId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import { newToken, tokenHash } from './tokens'

export const SESSION_DAYS = 60
const SEEN_EVERY_MS = 3_600_000

/** Opens a session. Returns the token for the cookie, which is stored nowhere. */
export const openSession =
  (deps: Deps) =>
  async (accountId: AccountId, sql: Queryable = deps.sql): Promise<string> => {
    const token = newToken(deps)
    const now = deps.clock.now()
    const expires = new Date(now.getTime() + SESSION_DAYS * 86_400_000)
    await sql`insert into sessions (token_hash, account_id, created_at, expires_at, seen_at)
      values (${tokenHash(deps, token)}, ${accountId}, ${now}, ${expires}, ${now})`
    return token
  }

/** The person behind a session's token, or null when it is unknown or over. */
export const readSession =
  (deps: Deps) =>
  async (token: string): Promise<Actor | null> => {
    const now = deps.clock.now()
    const hash = tokenHash(deps, token)
    const [row] = await deps.sql<{ id: AccountId; name: string; language: Language; demo: boolean; seen_at: Date }[]>`
      select a.id, a.name, a.language, a.demo, s.seen_at from sessions s join accounts a on a.id = s.account_id
      where s.token_hash = ${hash} and s.expires_at > ${now}`
    if (!row || (row.demo && !deps.demo)) return null
    if (now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MS) {
      await deps.sql`update sessions set seen_at = ${now} where token_hash = ${hash}`
    }
    return { accountId: row.id, name: row.name, language: row.language, demo: row.demo }
  }

/** Ends it; sockets opened with it are checked again at once. */
export const closeSession =
  (deps: Deps) =>
  async (token: string): Promise<void> => {
    await deps.sql.begin(async (tx) => {
      const [row] = await tx<{ account_id: string }[]>`
        delete from sessions where token_hash = ${tokenHash(deps, token)} returning account_id`
      if (row) await notify(tx, 'access_changed', { accountId: row.account_id, fairId: null })
    })
  }
