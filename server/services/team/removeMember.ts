import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { requireStanding } from '../access/standing'
import { writeAudit } from '../access/writeAudit'
import { lockMembers } from './lockMembers'

/**
 * Takes a member out of a fair, with effect at once: open editors close. Owners may remove anyone, everyone may leave.
 * Errors: those of standing, NOT_FOUND (no member), LAST_OWNER.
 */
export const removeMember =
  (deps: Deps) =>
  async (actor: Actor, { fairId, accountId }: { fairId: string; accountId: string }): Promise<void> => {
    const action = actor.accountId === accountId ? 'fair:organise' : 'team:manage'
    await requireStanding(deps.sql, actor, { id: fairId }, action)
    await deps.sql.begin(async (tx) => {
      const members = await lockMembers(tx, fairId)
      await requireStanding(tx, actor, { id: fairId }, action)
      const member = members.find((one) => one.accountId === accountId)
      if (!member) throw new AppError('NOT_FOUND', { detail: 'not a member' })
      const otherOwner = members.some((one) => one.role === 'owner' && one.accountId !== accountId)
      if (member.role === 'owner' && !otherOwner) throw new AppError('LAST_OWNER', { detail: 'remove member' })
      await tx`delete from memberships where fair_id = ${fairId} and account_id = ${accountId}`
      const at = deps.clock.now()
      await writeAudit(tx, { fairId, accountId: actor.accountId, action: 'member.removed', subject: accountId, at })
      await notify(tx, 'access_changed', { accountId: member.accountId, fairId })
    })
  }
