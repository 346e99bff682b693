import type { Plan } from '#shared/document/records'
import type { Span } from '#shared/document/schedule'
import type { PersonId } from '#shared/kernel/ids'
import type { Conflict, PersonFacts, ProgrammeContext } from '#shared/programme/conflicts/types'
import { minuteOfWallTime } from '#shared/programme/time'
import { planOf } from '../plan/planArbitrary'

export const BRUSSELS = 'Europe/Brussels'
export const FRIDAY = '2027-03-12'
export const SATURDAY = '2027-03-13'

/** Minutes since 1970 of what the clock on the wall shows. */
export const at = (time: string, day = FRIDAY, timeZone = BRUSSELS): number => minuteOfWallTime({ day, time }, timeZone)
export const span = (from: string, until: string, day = FRIDAY): Span => [at(from, day), at(until, day)]

export const HALLS = ['h1', 'h2'].map((id, index) => ({
  id,
  name: { nl: `Hal ${index + 1}`, fr: `Hall ${index + 1}`, en: `Hall ${index + 1}` },
  outline: [
    [0, 0],
    [900_000, 0],
    [900_000, 900_000],
    [0, 900_000],
  ],
}))

/** Its middle is `x, y` metres from the corner of the hall. */
export const stage = (id: string, [x, y]: readonly [number, number] = [10, 10], more: object = {}) => ({
  id,
  hallId: 'h1',
  name: { nl: `Podium ${id}`, fr: `Scène ${id}`, en: `Stage ${id}` },
  place: [x * 1000 - 2000, y * 1000 - 1500, 4000, 3000, 0],
  ...more,
})

/** `slot`: stage, start, minutes. */
export const talk = (id: string, slot: readonly [string, number, number] | null, more: object = {}) => ({
  id,
  title: { nl: `Sessie ${id}`, fr: `Session ${id}`, en: `Talk ${id}` },
  state: 'confirmed',
  slot,
  ...more,
})

export const programmeOf = (records: Parameters<typeof planOf>[0]): Plan => planOf({ halls: HALLS, ...records })

export const person = (id: string, facts: Partial<PersonFacts> = {}): PersonFacts => ({
  id: id as PersonId,
  name: `Person ${id}`,
  availability: null,
  soleBoothIds: [],
  ...facts,
})

export const contextOf = (more: Partial<Omit<ProgrammeContext, 'people'>> = {}, ...people: PersonFacts[]) => ({
  timeZone: BRUSSELS,
  openSpans: [span('09:00', '18:00'), span('09:00', '18:00', SATURDAY)],
  changeover: 0,
  ...more,
  people: new Map(people.map((facts) => [facts.id, facts])),
})

/** All that a conflict says but its key. */
export const told = ({
  rule,
  severity,
  slots,
  personIds,
  stageIds,
  boothIds,
  from,
  until,
  measured,
  limit,
  missing,
}: Conflict) =>
  JSON.stringify({ rule, severity, slots, personIds, stageIds, boothIds, from, until, measured, limit, missing })
