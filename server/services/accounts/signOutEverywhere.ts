import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { requireAccount } from '../access/requireAccount'

/** Ends every session of this account, on all devices; open editors are closed at once. */
export const signOutEverywhere =
  (deps: Deps) =>
  async (actor: Actor): Promise<void> => {
    const accountId = requireAccount(actor)
    await deps.sql.begin(async (tx) => {
      await tx`delete from sessions where account_id = ${accountId}`
      await notify(tx, 'access_changed', { accountId, fairId: null })
    })
  }
