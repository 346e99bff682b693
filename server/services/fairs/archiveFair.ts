import type { Tx } from '#server/db/client'
import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { AccountId } from '#shared/kernel/ids'
import { requireStanding } from '../access/standing'
import { writeAudit } from '../access/writeAudit'

const setArchived =
  (deps: Deps, archived: boolean) =>
  async (actor: Actor, { fairId }: { fairId: string }): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:archive')
    await deps.sql.begin(async (tx) => {
      const at = deps.clock.now()
      const changed = await tx`update fairs set archived_at = ${archived ? at : null}
        where id = ${fairId} and (archived_at is null) = ${archived} returning id`
      if (changed.length === 0) return
      const action = archived ? 'fair.archived' : 'fair.unarchived'
      await writeAudit(tx, { fairId, accountId: actor.accountId, action, subject: fairId, at })
      await checkEveryoneAgain(tx, fairId)
    })
  }

/** Nobody edits or claims in an archived fair, nor do visitors see it: open editors and plans are checked again at once. */
export const archiveFair = (deps: Deps) => setArchived(deps, true)
export const unarchiveFair = (deps: Deps) => setArchived(deps, false)

async function checkEveryoneAgain(tx: Tx, fairId: string): Promise<void> {
  const people = await tx<{ accountId: AccountId }[]>`
    select account_id as "accountId" from memberships where fair_id = ${fairId}
    union
    select ea.account_id from exhibitor_accounts ea join exhibitors e on e.id = ea.exhibitor_id where e.fair_id = ${fairId}`
  for (const { accountId } of people) await notify(tx, 'access_changed', { accountId, fairId })
  await notify(tx, 'release_changed', { fairId })
}
