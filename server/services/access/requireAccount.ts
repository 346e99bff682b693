import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { AccountId } from '#shared/kernel/ids'

/** The account of whoever asks. Errors: NOT_SIGNED_IN. */
export function requireAccount(actor: Actor): AccountId {
  if (actor.accountId === null) throw new AppError('NOT_SIGNED_IN')
  return actor.accountId
}

/** The account of a person of flesh and blood: demo persons are shared, so nobody may change them. Errors: NOT_SIGNED_IN, FORBIDDEN. */
export function requireOwnAccount(actor: Actor): AccountId {
  const accountId = requireAccount(actor)
  if (actor.demo) throw new AppError('FORBIDDEN', { detail: 'demo person' })
  return accountId
}
