import type { Queryable } from '#server/db/client'
import type { OpeningHours } from '#shared/fairs/openingHours'
import type { FairId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'

/** A fair as its organisers know it. */
export interface FairDetails {
  id: FairId
  slug: string
  name: LocalText
  summary: LocalText | null
  /** 2027-03-12 */
  startsOn: string
  endsOn: string
  openingHours: OpeningHours[]
  timeZone: string
  venueName: string
  venueAddress: string
  directions: LocalText | null
  openForExhibitors: boolean
  boothLimit: number
  holdHours: number
  /** Minutes that a stage needs between two talks. */
  changeoverMinutes: number
  proposalsOpen: boolean
  votingOpen: boolean
  demo: boolean
  archivedAt: Date | null
}

/** Days as text: a `date` has no instant, and the driver would make one of it in the machine's time zone. */
export const fairColumns = (sql: Queryable) => sql`
  f.id, f.slug, f.name, f.summary, f.starts_on::text as "startsOn", f.ends_on::text as "endsOn",
  f.opening_hours as "openingHours", f.time_zone as "timeZone", f.venue_name as "venueName",
  f.venue_address as "venueAddress", f.directions, f.open_for_exhibitors as "openForExhibitors",
  f.booth_limit as "boothLimit", f.hold_hours as "holdHours", f.changeover_minutes as "changeoverMinutes",
  f.proposals_open as "proposalsOpen", f.voting_open as "votingOpen", f.demo, f.archived_at as "archivedAt"`
