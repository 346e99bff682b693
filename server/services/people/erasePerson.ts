import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { FairId, PersonId } from '#shared/kernel/ids'
import { erasePeople } from './erasePeople'

/**
 * Forgets a person for good. Talks and releases keep an id that leads to nobody any more; readers say "name removed".
 * Erasing somebody who is gone already is NOT_FOUND. Errors: those of standing.
 */
export const erasePerson =
  (deps: Deps) =>
  async (actor: Actor, { fairId, personId }: { fairId: FairId; personId: PersonId }): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'people:manage')
    const at = deps.clock.now()
    await deps.sql.begin(async (tx) => {
      const erased = await erasePeople(tx, tx`fair_id = ${fairId} and id = ${personId}`)
      if (erased.length === 0) throw new AppError('NOT_FOUND', { detail: 'no such person in this fair' })
      await writeAudit(tx, { fairId, accountId: actor.accountId, action: 'person.erase', subject: personId, at })
      await notify(tx, 'programme_context', { fairId })
    })
  }
