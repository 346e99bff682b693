import type { Deps } from '#server/deps'
import { readSpeakers } from '#server/services/people/speakerBriefs'
import { readRelease } from '#server/services/releases/readRelease'
import { type CalendarEntry, calendarOf } from '#shared/exchange/calendar/calendarOf'
import { talkEntry } from '#shared/exchange/calendar/talkEntries'
import { translatorFor } from '#shared/i18n/catalogues'
import type { FairId, PersonId, TalkId } from '#shared/kernel/ids'
import { type Language, type LocalText, localise } from '#shared/kernel/language'
import type { ReleasedPlan } from '#shared/plan/release'
import { slotsOf } from '#shared/programme/slots'
import type { NewsCalendar } from './templates'

export interface MailAttachment {
  fileName: string
  contentType: string
  text: string
}

interface FairRow {
  id: FairId
  slug: string
  name: LocalText
  venueName: string
}

/** The changed talks of one person as a calendar: what takes place as it is now, what does not as cancelled. Null when no time is concerned. */
export async function calendarAttachment(
  deps: Deps,
  { fairId, release, previous, talkIds }: NewsCalendar,
  language: Language,
): Promise<MailAttachment | null> {
  const id = fairId as FairId
  const [fair] = await deps.sql<FairRow[]>`
    select id, slug, name, venue_name as "venueName" from fairs where id = ${fairId}`
  const now = await readRelease(deps, id, release)
  const was = previous === null ? null : await readRelease(deps, id, previous)
  if (!fair || !now) return null
  const talks = talkIds.map((talkId) => ({
    before: was?.programme.talks.get(talkId as TalkId) ?? null,
    after: now.programme.talks.get(talkId as TalkId) ?? null,
  }))
  const speakerIds = talks.flatMap(({ before, after }): readonly PersonId[] => (after ?? before)?.speakerIds ?? [])
  const about = {
    ...{ fair, language, publicUrl: deps.publicUrl, translate: translatorFor(language) },
    speakers: await readSpeakers(deps.sql, id, speakerIds),
  }
  const entries = talks.flatMap(({ before, after }): CalendarEntry[] => {
    const standing = after ? slotsOf(after) : []
    const keys = new Set(standing.map((slot) => slot.key))
    const lost = before ? slotsOf(before).filter((slot) => !keys.has(slot.key)) : []
    return [
      ...(after ? standing.map((slot) => talkEntry({ ...about, release: now }, after, slot)) : []),
      ...(before && was
        ? lost.map((slot) => talkEntry({ ...about, release: asOf(was, now) }, { ...before, state: 'cancelled' }, slot))
        : []),
    ]
  })
  if (entries.length === 0) return null
  return {
    fileName: `${fair.slug}.ics`,
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    text: calendarOf({ name: localise(fair.name, language), source: null, entries }),
  }
}

/** Places as they were, numbers as they are now: taking something back is news as well. */
const asOf = (was: ReleasedPlan, now: ReleasedPlan) => ({
  plan: was.plan,
  programme: now.programme,
  publishedAt: now.publishedAt,
})
