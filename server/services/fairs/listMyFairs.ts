import type { Deps } from '#server/deps'
import type { Actor, Role } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { requireAccount } from '../access/requireAccount'

export interface MyFair {
  id: FairId
  slug: string
  name: LocalText
  startsOn: string
  endsOn: string
  venueName: string
  role: Role
  /** Names of the exhibitors for whom the actor acts there. */
  exhibitors: string[]
  published: boolean
  archived: boolean
  demo: boolean
  /** Claims that wait for an organiser's answer; 0 for exhibitors. */
  openClaims: number
}

/** Every fair in which the actor is somebody: the nearest days first, archived ones last. */
export const listMyFairs =
  (deps: Deps) =>
  async (actor: Actor): Promise<MyFair[]> => {
    const accountId = requireAccount(actor)
    const rows = await deps.sql<(Omit<MyFair, 'role'> & { role: Role | null })[]>`
      select f.id, f.slug, f.name, f.starts_on::text as "startsOn", f.ends_on::text as "endsOn",
        f.venue_name as "venueName", m.role, mine.exhibitors, f.archived_at is not null as archived, f.demo,
        exists (select from releases r where r.fair_id = f.id and r.withdrawn_at is null) as published,
        case when m.role is null then 0 else
          (select count(*)::int from claims c where c.fair_id = f.id and c.state = 'claimed') end as "openClaims"
      from fairs f
        left join memberships m on m.fair_id = f.id and m.account_id = ${accountId}
        cross join lateral (select array(
          select e.name from exhibitor_accounts ea join exhibitors e on e.id = ea.exhibitor_id
          where ea.account_id = ${accountId} and e.fair_id = f.id and e.archived_at is null order by e.name
        ) as exhibitors) mine
      where (m.role is not null or cardinality(mine.exhibitors) > 0) and (f.demo or not ${actor.demo})
      order by f.archived_at is not null, f.ends_on < ${deps.clock.now()}::date, f.starts_on, f.id`
    return rows.map((row) => ({ ...row, role: row.role ?? 'exhibitor' }))
  }
