import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { wallTimeOf } from '#shared/fairs/timeZone'
import type { LocalText } from '#shared/kernel/language'

export interface PublicFair {
  id: string
  slug: string
  name: LocalText
  summary: LocalText | null
  /** 2027-03-12 */
  startsOn: string
  endsOn: string
  venueName: string
  exhibitors: number
  openForExhibitors: boolean
}

export interface PublicFairs {
  /** Going on or to come, the nearest first. */
  upcoming: PublicFair[]
  /** The latest first. */
  past: PublicFair[]
}

/**
 * Every fair that has something for visitors to see. Over is a fair whose last day has passed where it takes place: by the
 * time zones of this process, which checked the fair's; the database knows others.
 */
export const listPublicFairs =
  (deps: Deps) =>
  async (actor: Actor): Promise<PublicFairs> => {
    const rows = await deps.sql<(PublicFair & { timeZone: string })[]>`
      select f.id, f.slug, f.name, f.summary, f.starts_on::text as "startsOn", f.ends_on::text as "endsOn",
        f.venue_name as "venueName", f.open_for_exhibitors as "openForExhibitors",
        f.time_zone as "timeZone",
        (select count(distinct c.exhibitor_id)::int from claims c join exhibitors e on e.id = c.exhibitor_id
          where c.fair_id = f.id and c.state = 'confirmed' and e.archived_at is null) as exhibitors
      from fairs f
      where f.archived_at is null and (f.demo or not ${actor.demo})
        and exists (select from releases r where r.fair_id = f.id and r.withdrawn_at is null)
      order by f.starts_on, f.id`
    const now = deps.clock.now()
    const fairs = rows.map(({ timeZone, ...fair }) => ({ fair, past: fair.endsOn < wallTimeOf(now, timeZone).day }))
    const those = (past: boolean) => fairs.filter((one) => one.past === past).map(({ fair }) => fair)
    return { upcoming: those(false), past: those(true).reverse() }
  }
