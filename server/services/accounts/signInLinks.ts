import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import { safeReturnPath } from '#shared/access/returnPath'
import { AppError } from '#shared/kernel/errors'
import { newToken, tokenHash } from './tokens'

export const LINK_MINUTES = 15
const KEEP_MS = 86_400_000

export interface NewSignInLink {
  /** As emailSchema gives it. */
  email: string
  returnTo: string | null
}

/** A link that opens a session once, within 15 minutes. Returns its token, which is stored nowhere. */
export async function createSignInLink(
  deps: Deps,
  sql: Queryable,
  { email, returnTo }: NewSignInLink,
): Promise<string> {
  const token = newToken(deps)
  const now = deps.clock.now()
  await sql`delete from sign_in_links where expires_at < ${new Date(now.getTime() - KEEP_MS)}`
  await sql`insert into sign_in_links (token_hash, email, return_to, created_at, expires_at)
    values (${tokenHash(deps, token)}, ${email}, ${safeReturnPath(returnTo)}, ${now},
      ${new Date(now.getTime() + LINK_MINUTES * 60_000)})`
  return token
}

/** Looks at a link without using it, as mail scanners do. Errors: LINK_USED, LINK_EXPIRED (also for links that never were). */
export const readSignInLink =
  (deps: Deps) =>
  async (token: string): Promise<{ email: string; isNew: boolean }> => {
    const [link] = await deps.sql<{ email: string; used: boolean; expires_at: Date; known: boolean }[]>`
      select l.email, l.used_at is not null as used, l.expires_at,
        exists (select from accounts a where a.email = l.email) as known
      from sign_in_links l where l.token_hash = ${tokenHash(deps, token)}`
    if (link?.used) throw new AppError('LINK_USED')
    if (!link || link.expires_at <= deps.clock.now()) throw new AppError('LINK_EXPIRED')
    return { email: link.email, isNew: !link.known }
  }
