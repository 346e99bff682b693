import type { Deps } from '#server/deps'
import { readSpeakers } from '#server/services/people/speakerBriefs'
import type { Actor } from '#shared/access/roles'
import { calendarOf } from '#shared/exchange/calendar/calendarOf'
import { talkEntries } from '#shared/exchange/calendar/talkEntries'
import { translatorFor } from '#shared/i18n/catalogues'
import { AppError } from '#shared/kernel/errors'
import type { TalkId } from '#shared/kernel/ids'
import { type Language, localise } from '#shared/kernel/language'
import type { PublicFile } from './programmeFile'
import { readPublishedProgramme } from './publishedProgramme'
import { renderedFile } from './renderedFiles'

/** The calendar entries of one talk, all its times. Errors: NOT_FOUND, NOT_RELEASED. */
export const talkCalendar =
  (deps: Deps) =>
  async (
    actor: Actor,
    { slug, talkId, language }: { slug: string; talkId: string; language: Language },
  ): Promise<PublicFile> => {
    const { fair, release } = await readPublishedProgramme(deps, actor, slug)
    const talk = release.programme.talks.get(talkId as TalkId)
    if (!talk) throw new AppError('NOT_FOUND', { detail: 'no such talk in the release' })
    const { publicUrl } = deps
    const speakers = await readSpeakers(deps.sql, fair.id, talk.speakerIds)
    const talkIds = new Set([talk.id])
    const text = calendarOf({
      name: localise(talk.title, language),
      source: `${publicUrl}/fairs/${fair.slug}/talks/${talk.id}.ics?lang=${language}`,
      entries: talkEntries({
        release,
        fair,
        speakers,
        language,
        translate: translatorFor(language),
        publicUrl,
        talkIds,
      }),
    })
    const changedAt = release.programme.history.get(talk.id)?.changedAt ?? release.publishedAt
    return { ...(await renderedFile(text, changedAt)), restricted: fair.archived }
  }
