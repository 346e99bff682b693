import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import { readSpeakers, type SpeakerBrief } from '#server/services/people/speakerBriefs'
import type { Actor } from '#shared/access/roles'
import type { FairId, PersonId } from '#shared/kernel/ids'
import type { ReleasedPlan } from '#shared/plan/release'
import { readVisitedFair, type VisitedFair } from './visitedFair'
import { type PublishedFair, visitFair } from './visitFair'

export type Speakers = ReadonlyMap<PersonId, SpeakerBrief>

export interface PublishedProgramme {
  release: ReleasedPlan
  /** By id, in the order of their names: who speaks in a talk that visitors see. */
  speakers: Speakers
}

export interface ProgrammeVisit {
  fair: VisitedFair
  /** Null: nothing is published yet. */
  published: PublishedProgramme | null
}

/** A fair's programme without what only the plan needs. Errors: NOT_FOUND. */
export const visitProgramme =
  (deps: Deps) =>
  async (actor: Actor, { slug }: { slug: string }): Promise<ProgrammeVisit> => {
    const { fair, release } = await readVisitedFair(deps, actor, { slug })
    if (!release) return { fair, published: null }
    return { fair, published: { release, speakers: await speakersOf(deps.sql, fair.id, release) } }
  }

export interface TalksVisit {
  fair: VisitedFair
  published: (PublishedFair & PublishedProgramme) | null
}

/** Plan, exhibitors and programme together: for pages that show talks and where they are. Errors: NOT_FOUND. */
export const visitTalks =
  (deps: Deps) =>
  async (actor: Actor, { slug }: { slug: string }): Promise<TalksVisit> => {
    const { fair, published } = await visitFair(deps)(actor, { slug })
    if (!published) return { fair, published: null }
    return { fair, published: { ...published, speakers: await speakersOf(deps.sql, fair.id, published.release) } }
  }

const speakersOf = (sql: Queryable, fairId: FairId, { programme }: ReleasedPlan): Promise<Speakers> =>
  programme.talks.size === 0
    ? Promise.resolve(new Map())
    : readSpeakers(
        sql,
        fairId,
        [...programme.talks.values()].flatMap((talk) => talk.speakerIds),
      )
