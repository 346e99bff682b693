import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { AccountId, ExhibitorId, FairId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { tokenHash } from '../accounts/tokens'

export interface InvitationRow {
  id: string
  fairId: FairId
  slug: string
  fairName: LocalText
  startsOn: string
  endsOn: string
  venueName: string
  fairDemo: boolean
  archived: boolean
  role: 'organiser' | 'exhibitor'
  exhibitorId: ExhibitorId | null
  exhibitorName: string | null
  note: string
  invitedBy: string | null
  usedBy: AccountId | null
  used: boolean
  over: boolean
}

/** The invitation behind a token; with `lock` its row stays locked until the transaction ends. */
export async function findInvitation(
  deps: Pick<Deps, 'sessionSecret' | 'clock'>,
  sql: Queryable,
  token: string,
  lock = false,
): Promise<InvitationRow | null> {
  const [row] = await sql<InvitationRow[]>`
    select i.id, i.fair_id as "fairId", f.slug, f.name as "fairName", f.starts_on::text as "startsOn",
      f.ends_on::text as "endsOn", f.venue_name as "venueName", f.demo as "fairDemo",
      f.archived_at is not null as archived, i.role, i.exhibitor_id as "exhibitorId", e.name as "exhibitorName", i.note,
      a.name as "invitedBy", i.used_by as "usedBy", i.used_at is not null as used,
      (i.revoked_at is not null or i.expires_at <= ${deps.clock.now()} or e.archived_at is not null) as over
    from invitations i join fairs f on f.id = i.fair_id
      left join exhibitors e on e.id = i.exhibitor_id left join accounts a on a.id = i.created_by
    where i.token_hash = ${tokenHash(deps, token)} ${lock ? sql`for update of i` : sql``}`
  return row ?? null
}

/** Errors: LINK_EXPIRED (revoked, over, or never was), LINK_USED, FAIR_ARCHIVED. */
export function requireOpen(invitation: InvitationRow | null): InvitationRow {
  if (!invitation) throw new AppError('LINK_EXPIRED', { detail: 'no such invitation' })
  if (invitation.used) throw new AppError('LINK_USED', { detail: invitation.id })
  if (invitation.over) throw new AppError('LINK_EXPIRED', { detail: invitation.id })
  if (invitation.archived) throw new AppError('FAIR_ARCHIVED', { detail: invitation.id })
  return invitation
}

export type InvitationView = Pick<
  InvitationRow,
  'fairName' | 'startsOn' | 'endsOn' | 'venueName' | 'role' | 'exhibitorName' | 'note' | 'invitedBy'
>

export interface AlreadyAccepted extends Pick<InvitationRow, 'fairId' | 'slug' | 'role'> {
  accepted: true
}

/** Who invites whom to what; for anyone who has the link, signed in or not. Nothing is used up. */
export const readInvitation =
  (deps: Deps) =>
  async (actor: Actor, { token }: { token: string }): Promise<InvitationView | AlreadyAccepted> => {
    const found = await findInvitation(deps, deps.sql, token)
    if (found?.used && actor.accountId !== null && found.usedBy === actor.accountId)
      return { accepted: true, fairId: found.fairId, slug: found.slug, role: found.role }
    const { fairName, startsOn, endsOn, venueName, role, exhibitorName, note, invitedBy } = requireOpen(found)
    return { fairName, startsOn, endsOn, venueName, role, exhibitorName, note, invitedBy }
  }
