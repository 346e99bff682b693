import type { Queryable } from '#server/db/client'
import type { Span } from '#shared/document/schedule'
import { type OpeningHours, openSpans } from '#shared/fairs/openingHours'
import type { BoothId, FairId, PersonId } from '#shared/kernel/ids'
import type { PersonFacts, ProgrammeContext } from '#shared/programme/conflicts/types'
import { minuteOf } from '#shared/programme/time'

/** What the conflict rules need beside the document, as it is now. */
export async function readProgrammeContext(sql: Queryable, fairId: FairId): Promise<ProgrammeContext> {
  const [fair] = await sql<{ timeZone: string; openingHours: OpeningHours[]; changeover: number }[]>`
    select time_zone as "timeZone", opening_hours as "openingHours", changeover_minutes as changeover
    from fairs where id = ${fairId}`
  if (!fair) throw new Error(`no fair ${fairId}`)
  const { timeZone, openingHours, changeover } = fair
  const people = await readPersonFacts(sql, fairId)
  return {
    timeZone,
    changeover,
    openSpans: openSpans(openingHours, timeZone).map(({ from, until }): Span => [minuteOf(from), minuteOf(until)]),
    people: new Map(people.map((person) => [person.id, person])),
  }
}

/** A member who takes a booth stands there alone unless the exhibitor says otherwise. */
const readPersonFacts = (sql: Queryable, fairId: FairId) => sql<
  (Omit<PersonFacts, 'soleBoothIds'> & { id: PersonId; soleBoothIds: BoothId[] })[]
>`
  select p.id, p.name, p.availability, coalesce(array_agg(c.booth_id order by c.booth_id)
    filter (where c.booth_id is not null), '{}') as "soleBoothIds"
  from people p
  left join exhibitors e on e.id = p.exhibitor_id and coalesce(e.staff_count, case e.kind when 'member' then 1 end) = 1
  left join claims c on c.exhibitor_id = e.id and c.state in ('claimed', 'confirmed')
  where p.fair_id = ${fairId}
  group by p.id
  order by p.id`
