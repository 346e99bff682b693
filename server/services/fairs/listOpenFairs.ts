import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'

export interface FairName {
  id: FairId
  slug: string
  name: LocalText
}

/** The fairs that this actor may look at: published ones that are not archived, and its own. */
export const listOpenFairs =
  (deps: Deps) =>
  async (actor: Actor): Promise<FairName[]> =>
    await deps.sql<FairName[]>`
      select f.id, f.slug, f.name from fairs f
      where (f.archived_at is null
          and exists (select from releases r where r.fair_id = f.id and r.withdrawn_at is null))
        or exists (select from memberships m where m.fair_id = f.id and m.account_id = ${actor.accountId}
          and (f.demo or not ${actor.demo}))
        or (f.archived_at is null and exists (select from exhibitor_accounts ea join exhibitors e on e.id = ea.exhibitor_id
          where e.fair_id = f.id and e.archived_at is null and ea.account_id = ${actor.accountId}
          and (f.demo or not ${actor.demo})))
      order by f.starts_on, f.id`
