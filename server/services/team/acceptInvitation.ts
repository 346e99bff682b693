import { z } from 'zod'
import type { Tx } from '#server/db/client'
import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { type AccountId, type ExhibitorId, type FairId, newId } from '#shared/kernel/ids'
import { line } from '#shared/kernel/text'
import { parseOrInvalid } from '#shared/kernel/validate'
import { requireAccount } from '../access/requireAccount'
import { writeAudit } from '../access/writeAudit'
import { findInvitation, type InvitationRow, requireOpen } from './readInvitation'

const newExhibitor = z.object({ name: line(160), kind: z.enum(['member', 'collective', 'partner']) })

export interface AcceptInvitationInput {
  token: string
  /** For exhibitors whom no organiser has entered yet. */
  exhibitor: { name: string; kind: string }
}

export interface AcceptedInvitation {
  fairId: FairId
  slug: string
  role: 'organiser' | 'exhibitor'
}

/**
 * Makes the actor what the link says, once; the same person again gets the same answer.
 * Errors: NOT_SIGNED_IN, LINK_USED, LINK_EXPIRED, FAIR_ARCHIVED, FORBIDDEN (demo persons elsewhere), INVALID.
 */
export const acceptInvitation =
  (deps: Deps) =>
  async (actor: Actor, { token, exhibitor }: AcceptInvitationInput): Promise<AcceptedInvitation> => {
    const accountId = requireAccount(actor)
    return await deps.sql.begin(async (tx) => {
      const found = await findInvitation(deps, tx, token, true)
      if (found?.used && found.usedBy === accountId) return answer(found)
      const invitation = requireOpen(found)
      if (actor.demo && !invitation.fairDemo) throw new AppError('FORBIDDEN', { detail: 'demo person' })
      const at = deps.clock.now()
      if (invitation.role === 'organiser') {
        await tx`insert into memberships (fair_id, account_id, role, created_at)
          values (${invitation.fairId}, ${accountId}, 'organiser', ${at}) on conflict do nothing`
      } else {
        const exhibitorId = invitation.exhibitorId ?? (await enterExhibitor(deps, tx, invitation, exhibitor))
        await tx`insert into exhibitor_accounts (exhibitor_id, account_id) values (${exhibitorId}, ${accountId})
          on conflict do nothing`
      }
      await use(tx, invitation, accountId, at)
      return answer(invitation)
    })
  }

const answer = ({ fairId, slug, role }: InvitationRow): AcceptedInvitation => ({ fairId, slug, role })

async function enterExhibitor(
  deps: Deps,
  tx: Tx,
  { fairId }: InvitationRow,
  typed: AcceptInvitationInput['exhibitor'],
): Promise<ExhibitorId> {
  const { exhibitor } = parseOrInvalid(z.object({ exhibitor: newExhibitor }), { exhibitor: typed })
  const id = newId<ExhibitorId>(deps.randomBytes)
  await tx`insert into exhibitors (id, fair_id, name, kind, created_at)
    values (${id}, ${fairId}, ${exhibitor.name}, ${exhibitor.kind}, ${deps.clock.now()})`
  return id
}

async function use(tx: Tx, { id, fairId, role }: InvitationRow, accountId: AccountId, at: Date): Promise<void> {
  await tx`update invitations set used_by = ${accountId}, used_at = ${at} where id = ${id}`
  await writeAudit(tx, { fairId, accountId, action: 'invitation.accepted', subject: id, details: { role }, at })
  await notify(tx, 'access_changed', { accountId, fairId })
}
