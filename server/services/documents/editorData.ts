import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { readHoldings, statusEvent } from '#server/services/booths/holdings'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { AccountId, FairId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import type { BoothStatusEvent } from '#shared/protocol/events'

/** What the editor has to know beside the document. */
export interface EditorData {
  fairId: FairId
  slug: string
  name: LocalText
  timeZone: string
  /** Whose copy on the device it is. */
  accountId: AccountId
  /** Booths that somebody has, with the holder's name. */
  statuses: BoothStatusEvent[]
}

/** For those who may edit the plan. Errors: those of standing. */
export const editorData =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: string }): Promise<EditorData> => {
    const standing = await requireStanding(deps.sql, actor, { id: fairId }, 'plan:edit')
    const [fair] = await deps.sql<{ slug: string; name: LocalText; timeZone: string }[]>`
      select slug, name, time_zone as "timeZone" from fairs where id = ${standing.fairId}`
    if (!fair || actor.accountId === null) throw new AppError('NOT_FOUND', { detail: 'no such fair' })
    const holdings = await readHoldings(deps.sql, standing.fairId, deps.clock.now())
    return {
      fairId: standing.fairId,
      ...fair,
      accountId: actor.accountId,
      statuses: [...holdings.values()]
        .filter((holding) => holding.status !== 'available')
        .map((holding) => statusEvent(standing.fairId, holding, standing)),
    }
  }
