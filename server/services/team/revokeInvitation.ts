import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { isId } from '#shared/kernel/ids'
import { requireStanding } from '../access/standing'
import { writeAudit } from '../access/writeAudit'

/** Takes an unused invitation back; a second time does nothing more. Errors: those of standing, NOT_FOUND, LINK_USED. */
export const revokeInvitation =
  (deps: Deps) =>
  async (actor: Actor, { fairId, invitationId }: { fairId: string; invitationId: string }): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    if (!isId(invitationId)) throw new AppError('NOT_FOUND', { detail: 'no id' })
    await deps.sql.begin(async (tx) => {
      const [invitation] = await tx<{ role: 'organiser' | 'exhibitor'; used: boolean; revoked: boolean }[]>`
        select role, used_at is not null as used, revoked_at is not null as revoked
        from invitations where id = ${invitationId} and fair_id = ${fairId} for update`
      if (!invitation) throw new AppError('NOT_FOUND', { detail: 'no such invitation here' })
      const action = invitation.role === 'organiser' ? 'team:manage' : 'exhibitors:manage'
      await requireStanding(tx, actor, { id: fairId }, action)
      if (invitation.used) throw new AppError('LINK_USED', { detail: 'too late to revoke' })
      if (invitation.revoked) return
      const at = deps.clock.now()
      await tx`update invitations set revoked_at = ${at} where id = ${invitationId}`
      await writeAudit(tx, {
        fairId,
        accountId: actor.accountId,
        action: 'invitation.revoked',
        subject: invitationId,
        at,
      })
    })
  }
