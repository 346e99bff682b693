import { z } from 'zod'
import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { parseOrInvalid } from '#shared/kernel/validate'
import { requireStanding } from '../access/standing'
import { writeAudit } from '../access/writeAudit'
import { lockMembers } from './lockMembers'

const schema = z.object({ role: z.enum(['owner', 'organiser']) })

export interface ChangeRoleInput {
  fairId: string
  accountId: string
  role: string
}

/** Errors: those of standing, NOT_FOUND (no member), LAST_OWNER, INVALID. */
export const changeRole =
  (deps: Deps) =>
  async (actor: Actor, { fairId, accountId, role: typed }: ChangeRoleInput): Promise<void> => {
    const { role } = parseOrInvalid(schema, { role: typed })
    await requireStanding(deps.sql, actor, { id: fairId }, 'team:manage')
    await deps.sql.begin(async (tx) => {
      const members = await lockMembers(tx, fairId)
      // Once more under the lock: the right may have gone while waiting for it.
      await requireStanding(tx, actor, { id: fairId }, 'team:manage')
      const member = members.find((one) => one.accountId === accountId)
      if (!member) throw new AppError('NOT_FOUND', { detail: 'not a member' })
      if (member.role === role) return
      const otherOwner = members.some((one) => one.role === 'owner' && one.accountId !== accountId)
      if (member.role === 'owner' && !otherOwner) throw new AppError('LAST_OWNER', { detail: 'change role' })
      await tx`update memberships set role = ${role} where fair_id = ${fairId} and account_id = ${accountId}`
      const at = deps.clock.now()
      const details = { from: member.role, to: role }
      await writeAudit(tx, {
        fairId,
        accountId: actor.accountId,
        action: 'member.role',
        subject: accountId,
        details,
        at,
      })
      await notify(tx, 'access_changed', { accountId: member.accountId, fairId })
    })
  }
