import { z } from 'zod'
import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import { personNameSchema } from '#shared/access/email'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { type AccountId, newId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import { parseOrInvalid } from '#shared/kernel/validate'
import { openSession } from './sessions'
import { readSignInLink } from './signInLinks'
import { tokenHash } from './tokens'

export interface SignInInput {
  token: string
  /** Asked of new people only. */
  name: string
  language: Language
}

export interface SignedIn {
  actor: Actor
  /** For the cookie. */
  sessionToken: string
  returnTo: string | null
}

interface AccountRow {
  id: AccountId
  name: string
  language: Language
  demo: boolean
}

/** Uses the link up and opens a session; the first time it makes the account. Errors: LINK_USED, LINK_EXPIRED, INVALID (name). */
export const signIn =
  (deps: Deps) =>
  async ({ token, name, language }: SignInInput): Promise<SignedIn> => {
    const signedIn = await deps.sql.begin(async (tx) => {
      const now = deps.clock.now()
      const [link] = await tx<{ email: string; return_to: string | null }[]>`
        update sign_in_links set used_at = ${now}
        where token_hash = ${tokenHash(deps, token)} and used_at is null and expires_at > ${now}
        returning email, return_to`
      if (!link) return null
      const account =
        (await accountOf(tx, link.email)) ?? (await createAccount(deps, tx, { email: link.email, name, language }))
      if (account.demo) throw new AppError('FORBIDDEN', { detail: 'demo person' })
      await tx`delete from sessions where account_id = ${account.id} and expires_at < ${now}`
      const sessionToken = await openSession(deps)(account.id, tx)
      const actor: Actor = { accountId: account.id, name: account.name, language: account.language, demo: false }
      return { actor, sessionToken, returnTo: link.return_to }
    })
    if (signedIn) return signedIn
    await readSignInLink(deps)(token)
    // Readable again only when the other of two at once was rolled back, for want of a name.
    throw new AppError('LINK_EXPIRED')
  }

async function accountOf(tx: Tx, email: string): Promise<AccountRow | undefined> {
  const [account] = await tx<AccountRow[]>`select id, name, language, demo from accounts where email = ${email}`
  return account
}

async function createAccount(
  deps: Deps,
  tx: Tx,
  { email, name: typed, language }: { email: string; name: string; language: Language },
): Promise<AccountRow> {
  const { name } = parseOrInvalid(z.object({ name: personNameSchema }), { name: typed })
  // Two links for one new address may be opened at once: the second finds the account of the first.
  await tx`insert into accounts (id, email, name, language, created_at)
    values (${newId<AccountId>(deps.randomBytes)}, ${email}, ${name}, ${language}, ${deps.clock.now()})
    on conflict (email) do nothing`
  const account = await accountOf(tx, email)
  if (!account) throw new Error('the account just made is not there')
  // Organisers may have entered this person as a speaker before.
  await tx`update people p set account_id = ${account.id} from fairs f
    where f.id = p.fair_id and p.email = ${email} and p.account_id is null and f.demo = ${account.demo}`
  return account
}
