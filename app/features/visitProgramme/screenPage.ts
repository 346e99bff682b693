import type { PublishedFair, VisitedFair } from '#server/services/visit/visitFair'
import type { PublishedProgramme } from '#server/services/visit/visitProgramme'
import { isId } from '#shared/kernel/ids'
import { minuteOf } from '#shared/programme/time'
import { type MiniMapHall, miniMaps } from '~/features/visit/miniMaps'
import { type Quiet, type ScreenTalk, soonAt } from '~/lib/programmeView/screenData'
import { type CardWords, talkCards } from './talkCards'

export interface ScreenPage {
  release: number
  /** The stage or hall that the screen is for; null: the whole fair. */
  place: string | null
  talks: ScreenTalk[]
  now: ScreenTalk[]
  next: ScreenTalk[]
  /** Nothing is on and nothing follows soon. */
  isQuiet: boolean
  quiet: Quiet
  /** Halls with a stage of the screen's. */
  maps: MiniMapHall[]
}

/** So far back and ahead, in minutes, goes what a screen knows: three days without a network. */
const BACK = 12 * 60
const AHEAD = 3 * 24 * 60

/** Null where the address names a stage or a hall that is not on the plan. */
export function screenPage(
  published: PublishedFair & PublishedProgramme,
  params: URLSearchParams,
  { timeZone }: Pick<VisitedFair, 'timeZone'>,
  now: Date,
  words: CardWords,
): ScreenPage | null {
  const { plan, number } = published.release
  const [stageId, hallId] = [params.get('stage'), params.get('hall')]
  const stage = isId(stageId) ? plan.stages.get(stageId) : undefined
  const hall = isId(hallId) ? plan.halls.get(hallId) : undefined
  if ((stageId !== null && !stage) || (hallId !== null && !hall)) return null
  const shown = new Set(
    [...plan.stages.values()]
      .filter((one) => (stage ? one.id === stage.id : hall ? one.hallId === hall.id : true))
      .map(({ id }) => id as string),
  )
  const minute = minuteOf(now)
  const all = talkCards(published, timeZone, words)
    .filter((card) => shown.has(card.stageId))
    .map(
      ({ ref, start, end, stageId, cancelled, title, titleLang, stage, who, from, until, date }): ScreenTalk => ({
        ref,
        start,
        end,
        stageId,
        cancelled,
        title,
        titleLang,
        stage,
        who,
        from,
        until,
        day: words.format.dayTab(date),
      }),
    )
  const first = all.find(({ start }) => start > minute)
  const from = Math.min(minute, first?.start ?? minute) - BACK
  const talks = all.filter(({ start, end }) => end > from && start < Math.max(minute, first?.start ?? 0) + AHEAD)
  const place = stage ?? hall
  return {
    release: number,
    place: place ? words.format.text(place.name) : null,
    talks,
    ...soonAt(talks, minute),
    maps: miniMaps(published, [], [...shown]),
  }
}
