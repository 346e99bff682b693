import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import { readSpeakers, type SpeakerBrief } from '#server/services/people/speakerBriefs'
import { readVisitedFair } from '#server/services/visit/visitedFair'
import type { Actor } from '#shared/access/roles'
import type { PublishedFairFacts } from '#shared/exchange/schedule/scheduleOf'
import { AppError } from '#shared/kernel/errors'
import type { FairId, PersonId } from '#shared/kernel/ids'
import type { ReleasedPlan } from '#shared/plan/release'

export interface PublishedProgramme {
  fair: PublishedFairFacts & { archived: boolean }
  release: ReleasedPlan
}

/**
 * The latest release with what files say of the fair, for those who may see it. Errors: NOT_FOUND, NOT_RELEASED (to those who
 * prepare the fair).
 */
export async function readPublishedProgramme(deps: Deps, actor: Actor, slug: string): Promise<PublishedProgramme> {
  const { fair: visited, release } = await readVisitedFair(deps, actor, { slug })
  if (!release) throw new AppError('NOT_RELEASED', { detail: 'no release yet' })
  const { id, name, summary, venueName, startsOn, endsOn, timeZone, archived } = visited
  return { fair: { id, slug, name, summary, venueName, startsOn, endsOn, timeZone, archived }, release }
}

/**
 * Another text as soon as anybody of the fair is known differently. `xmin` is the transaction that wrote a row last, so no
 * biography need be read for it.
 */
export async function versionOfPeople(sql: Queryable, fairId: FairId): Promise<string> {
  const [row] = await sql<{ version: string | null }[]>`
    select md5(string_agg(id || ' ' || xmin::text, ',' order by id)) as version from people where fair_id = ${fairId}`
  return row?.version ?? ''
}

/** Everybody who speaks in the release, as they are known today. */
export const speakersOfRelease = (
  sql: Queryable,
  fairId: FairId,
  { programme }: Pick<ReleasedPlan, 'programme'>,
): Promise<ReadonlyMap<PersonId, SpeakerBrief>> =>
  readSpeakers(
    sql,
    fairId,
    [...programme.talks.values()].flatMap(({ speakerIds }) => speakerIds),
  )
