import type { Queryable } from '#server/db/client'
import { type Action, can } from '#shared/access/can'
import type { Actor, FairStanding, Role } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { ExhibitorId, FairId } from '#shared/kernel/ids'

interface StandingRow {
  id: FairId
  demo: boolean
  archived: boolean
  published: boolean
  open_for_exhibitors: boolean
  proposals_open: boolean
  voting_open: boolean
  role: 'owner' | 'organiser' | null
  exhibitor_ids: ExhibitorId[]
}

/** The fair as far as access depends on it, with what the actor is in it; null when there is no such fair. By id or by slug. */
export async function loadStanding(
  sql: Queryable,
  actor: Actor,
  fair: { id: string } | { slug: string },
): Promise<FairStanding | null> {
  const which = 'id' in fair ? sql`f.id = ${fair.id}` : sql`f.slug = ${fair.slug}`
  const [row] = await sql<StandingRow[]>`
    select f.id, f.demo, f.archived_at is not null as archived, f.open_for_exhibitors, f.proposals_open, f.voting_open,
      exists (select from releases r where r.fair_id = f.id and r.withdrawn_at is null) as published,
      (select m.role from memberships m where m.fair_id = f.id and m.account_id = ${actor.accountId}) as role,
      array(select ea.exhibitor_id from exhibitor_accounts ea join exhibitors e on e.id = ea.exhibitor_id
        where e.fair_id = f.id and e.archived_at is null and ea.account_id = ${actor.accountId}
        order by ea.exhibitor_id) as exhibitor_ids
    from fairs f where ${which}`
  if (!row) return null
  const role: Role | null = row.role ?? (row.exhibitor_ids.length > 0 ? 'exhibitor' : null)
  return {
    fairId: row.id,
    demo: row.demo,
    archived: row.archived,
    published: row.published,
    openForExhibitors: row.open_for_exhibitors,
    proposalsOpen: row.proposals_open,
    votingOpen: row.voting_open,
    role,
    exhibitorIds: row.exhibitor_ids,
  }
}

/**
 * The standing, once the actor is allowed the action. Errors: NOT_FOUND (no such fair, or one that this actor may not know of),
 * NOT_SIGNED_IN, FAIR_ARCHIVED, FORBIDDEN.
 */
export async function requireStanding(
  sql: Queryable,
  actor: Actor,
  fair: { id: string } | { slug: string },
  action: Action,
  exhibitorId?: ExhibitorId,
): Promise<FairStanding> {
  const standing = await loadStanding(sql, actor, fair)
  if (!standing) throw new AppError('NOT_FOUND', { detail: 'no such fair' })
  const resource = exhibitorId === undefined ? { fair: standing } : { fair: standing, exhibitorId }
  if (can(actor, action, resource)) return standing
  if (actor.accountId === null && action !== 'fair:view' && action !== 'booths:browse')
    throw new AppError('NOT_SIGNED_IN', { detail: action })
  if (!can(actor, 'fair:view', { fair: standing }) && standing.role === null)
    throw new AppError('NOT_FOUND', { detail: `${action}: fair not visible` })
  if (standing.archived && standing.role !== null) throw new AppError('FAIR_ARCHIVED', { detail: action })
  throw new AppError('FORBIDDEN', { detail: action })
}
