import type { Deps } from '#server/deps'
import { readSpeakers, type SpeakerBrief } from '#server/services/people/speakerBriefs'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import { ownSignups } from '#server/services/signups/signupRows'
import { AppError } from '#shared/kernel/errors'
import type { AccountId, FairId, PersonId, TalkId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import type { ReleasedPlan } from '#shared/plan/release'
import { FEED_TOKEN, type StarListId, talkIdsOf } from './starList'

export interface StarFeed {
  fair: { id: FairId; slug: string; name: LocalText; venueName: string }
  /** Null: nothing is published at the moment; the calendar is empty then, and stays subscribed to. */
  release: ReleasedPlan | null
  talkIds: ReadonlySet<TalkId>
  speakers: ReadonlyMap<PersonId, SpeakerBrief>
}

/** What the calendar of this secret address holds: starred talks, and those that the account has a seat for. Errors: NOT_FOUND. */
export const readFeed =
  (deps: Deps) =>
  async ({ slug, token }: { slug: string; token: string }): Promise<StarFeed> => {
    const { sql } = deps
    const [list] = FEED_TOKEN.test(token)
      ? await sql<(StarFeed['fair'] & { listId: StarListId; accountId: AccountId | null })[]>`
          select l.id as "listId", l.account_id as "accountId", f.id, f.slug, f.name, f.venue_name as "venueName"
          from star_lists asked join star_lists l on l.id = coalesce(asked.merged_into, asked.id)
          join fairs f on f.id = l.fair_id
          where asked.feed_token = ${token} and f.slug = ${slug}`
      : []
    if (!list) throw new AppError('NOT_FOUND', { detail: 'no calendar has this address' })
    const { listId, accountId, ...fair } = list
    const talkIds = new Set(await talkIdsOf(sql, listId))
    const signups = accountId === null ? [] : await ownSignups(sql, fair.id, accountId)
    for (const { talkId, state } of signups) if (state === 'seated') talkIds.add(talkId)
    const release = await readLatestRelease(deps, fair.id)
    const speakerIds = [...talkIds].flatMap((id) => release?.programme.talks.get(id)?.speakerIds ?? [])
    return { fair, release, talkIds, speakers: await readSpeakers(sql, fair.id, speakerIds) }
  }
