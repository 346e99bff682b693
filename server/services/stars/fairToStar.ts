import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import type { Actor } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'

/** The fair of a public address, for whoever may see it. Errors: NOT_FOUND. */
export const fairToStar =
  (deps: Deps) =>
  async (actor: Actor, { slug }: { slug: string }): Promise<FairId> =>
    (await requireStanding(deps.sql, actor, { slug }, 'fair:view')).fairId
