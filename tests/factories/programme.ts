import { DEMO_PEOPLE } from '#server/services/demo/demoPeople'
import { demoPlan } from '#server/services/demo/demoPlan'
import { demoTalks } from '#server/services/demo/demoTalks'
import type { PublishedFair } from '#server/services/visit/visitFair'
import type { PublishedProgramme } from '#server/services/visit/visitProgramme'
import type { Talk } from '#shared/document/records'
import { talkSchema } from '#shared/document/talkRecord'
import type { PersonId, StageId, TalkId } from '#shared/kernel/ids'
import { releasedBooths } from '#shared/plan/release'
import { releasedProgramme } from '#shared/programme/release'
import { minuteOfWallTime } from '#shared/programme/time'

export const BRUSSELS = 'Europe/Brussels'

/** Minutes since 1970 of a wall-clock time in Brussels. */
export const at = (day: string, time: string): number => minuteOfWallTime({ day, time }, BRUSSELS)

/** A confirmed talk; whatever is not said is as the schema has it. */
export function makeTalk(id: string, fields: Record<string, unknown> = {}): Talk {
  return { ...talkSchema.parse({ title: `Talk ${id}`, state: 'confirmed', ...fields }), id: id as TalkId }
}

export const slotAt = (stage: string, day: string, time: string, minutes: number) =>
  [stage as StageId, at(day, time), minutes] as const

/** Talks on the demo's plan, as a release has them. */
export function publishedTalks(talks: readonly Talk[]): PublishedFair & PublishedProgramme {
  const plan = { ...demoPlan(), talks: new Map(talks.map((talk) => [talk.id as string, talk])) }
  const people = DEMO_PEOPLE.map(({ id, name, biography }) => ({
    id: id as PersonId,
    name,
    biography,
    links: [],
    exhibitorId: null,
    guid: null,
    carried: {},
  }))
  return {
    release: {
      number: 1,
      note: '',
      publishedAt: new Date(0),
      plan,
      booths: releasedBooths(plan),
      programme: releasedProgramme(plan),
    },
    booths: [],
    exhibitors: [],
    speakers: new Map(people.map((person) => [person.id, person])),
  }
}

export const demoProgramme = () =>
  publishedTalks([...demoTalks().values()].filter(({ state }) => state === 'confirmed' || state === 'cancelled'))
