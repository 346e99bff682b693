import { z } from 'zod'
import type { Deps } from '#server/deps'
import { queueMail } from '#server/services/mails/queueMail'
import { emailSchema, isDemoEmail } from '#shared/access/email'
import type { Language } from '#shared/kernel/language'
import { parseOrInvalid } from '#shared/kernel/validate'
import { takeFromLimit } from '../access/takeFromLimit'
import { createSignInLink, LINK_MINUTES } from './signInLinks'
import { tokenHash } from './tokens'

export const LINKS_PER_EMAIL = { hits: 5, windowSeconds: 900 }
/** A whole office may sit behind one address. */
export const LINKS_PER_ADDRESS = { hits: 40, windowSeconds: 3600 }

export interface RequestSignInLinkInput {
  email: string
  language: Language
  /** Path to come back to; anything but a page of ours is dropped. */
  returnTo: string | null
  /** Network address of whoever asks. */
  address: string
}

/**
 * Mails a link that signs in. The same for known and unknown addresses: who has an account is nobody's business.
 * Errors: INVALID, TOO_MANY_REQUESTS.
 */
export const requestSignInLink =
  (deps: Deps) =>
  async ({ email: typed, language, returnTo, address }: RequestSignInLinkInput): Promise<void> => {
    const { email } = parseOrInvalid(z.object({ email: emailSchema }), { email: typed })
    const now = deps.clock.now()
    const hidden = (text: string) => tokenHash(deps, text).toString('base64url')
    await takeFromLimit(deps.sql, now, { key: `sign-in-address:${hidden(address)}`, ...LINKS_PER_ADDRESS })
    await takeFromLimit(deps.sql, now, { key: `sign-in-email:${hidden(email)}`, ...LINKS_PER_EMAIL })
    if (isDemoEmail(email)) return
    await deps.sql.begin(async (tx) => {
      const [account] = await tx<{ name: string; language: Language; demo: boolean }[]>`
        select name, language, demo from accounts where email = ${email}`
      if (account?.demo) return
      const token = await createSignInLink(deps, tx, { email, returnTo })
      const to = { email, name: account?.name ?? '', language: account?.language ?? language, demo: false }
      const path = `/${to.language}/sign-in/${token}`
      await queueMail(tx, {
        fairId: null,
        to,
        template: 'signInLink',
        params: { path, minutes: LINK_MINUTES },
        at: now,
      })
    })
  }
