import type { Deps } from '#server/deps'
import { requireAccount } from '#server/services/access/requireAccount'
import { requireStanding } from '#server/services/access/standing'
import type { Actor } from '#shared/access/roles'
import type { FairId, TalkId } from '#shared/kernel/ids'
import { findAccountList, talkIdsOf } from './starList'

/** The account's starred talks in the order in which they were starred. Errors: NOT_SIGNED_IN, NOT_FOUND. */
export const readStars =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<TalkId[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:view')
    const list = await findAccountList(deps.sql, fairId, requireAccount(actor))
    return list ? await talkIdsOf(deps.sql, list.id) : []
  }
