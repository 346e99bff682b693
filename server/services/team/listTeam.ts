import type { Deps } from '#server/deps'
import { can } from '#shared/access/can'
import type { Actor } from '#shared/access/roles'
import type { AccountId, ExhibitorId } from '#shared/kernel/ids'
import { requireStanding } from '../access/standing'

export interface TeamMember {
  accountId: AccountId
  name: string
  email: string
  role: 'owner' | 'organiser'
  since: Date
}

export interface OpenInvitation {
  id: string
  role: 'organiser' | 'exhibitor'
  exhibitorId: ExhibitorId | null
  exhibitorName: string | null
  note: string
  invitedBy: string | null
  createdAt: Date
  expiresAt: Date
}

export interface Team {
  members: TeamMember[]
  /** Neither used, revoked nor expired. */
  invitations: OpenInvitation[]
  /** Whether this actor may change roles and invite organisers. */
  manages: boolean
}

export const listTeam =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: string }): Promise<Team> => {
    const fair = await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    const [members, invitations] = await Promise.all([
      deps.sql<TeamMember[]>`
        select a.id as "accountId", a.name, a.email, m.role, m.created_at as since
        from memberships m join accounts a on a.id = m.account_id where m.fair_id = ${fairId}
        order by m.role desc, a.name collate natural_order, a.id`,
      deps.sql<OpenInvitation[]>`
        select i.id, i.role, i.exhibitor_id as "exhibitorId", e.name as "exhibitorName", i.note,
          a.name as "invitedBy", i.created_at as "createdAt", i.expires_at as "expiresAt"
        from invitations i left join accounts a on a.id = i.created_by left join exhibitors e on e.id = i.exhibitor_id
        where i.fair_id = ${fairId} and i.used_at is null and i.revoked_at is null and i.expires_at > ${deps.clock.now()}
        order by i.created_at desc, i.id`,
    ])
    return { members: [...members], invitations: [...invitations], manages: can(actor, 'team:manage', { fair }) }
  }
