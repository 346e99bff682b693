import type { TFunction } from 'i18next'
import type { Plan, Talk } from '#shared/document/records'
import type { TalkKind, TalkState } from '#shared/document/talkRecord'
import type { PersonId, StageId } from '#shared/kernel/ids'
import type { Language, LocalText } from '#shared/kernel/language'
import { localise } from '#shared/kernel/language'
import { isVisible } from '#shared/kernel/text'
import { timeLabel } from '#shared/programme/gridDays'
import { createFormat } from '~/lib/format'
import type { Placement } from '~/timetable/types'

export interface WordSources {
  language: Language
  /** Changes when people or hours do. */
  facts: () => { timeZone: string; people: ReadonlyMap<PersonId, { name: string }> }
  plan: () => Plan
}

export type GridTranslate = TFunction<['timetable', 'talks', 'conflicts']>

/** What is written on the grid and said of it, in the reader's language. */
export interface GridWords {
  readonly language: Language
  text(text: LocalText): string
  title(talk: Pick<Talk, 'title'>): string
  /** 09:30, on the clocks of the fair. */
  time(minute: number): string
  /** `Fri 12 Mar` */
  day(day: string): string
  kind(kind: TalkKind): string
  state(state: TalkState): string
  speakers(talk: Pick<Talk, 'speakerIds'>): string
  stage(id: StageId): string
  /** `Main stage, Friday 12 March, 10:00 to 10:45` */
  place(placement: Placement, day: string): string
  readonly t: GridTranslate
}

export function createGridWords(t: GridTranslate, { language, facts, plan }: WordSources): GridWords {
  const times = new Map<number, string>()
  const { timeZone } = facts()
  const format = createFormat(language)
  const time = (minute: number): string => {
    let label = times.get(minute)
    if (label === undefined) {
      label = timeLabel(minute, timeZone)
      times.set(minute, label)
    }
    return label
  }
  const text = (value: LocalText) => localise(value, language)
  const stage = (id: StageId) => {
    const record = plan().stages.get(id)
    return record ? text(record.name) : ''
  }
  return {
    language,
    t,
    text,
    time,
    stage,
    title: (talk) => {
      const title = text(talk.title)
      return isVisible(title) ? title : t('timetable:block.untitled')
    },
    day: format.dayTab,
    kind: (kind) => t(`talks:kinds.${kind}`),
    state: (state) => t(`talks:states.${state}`),
    speakers: ({ speakerIds }) =>
      format.list(
        speakerIds.flatMap((id) => {
          const name = facts().people.get(id)?.name
          return name ? [name] : []
        }),
      ),
    place: ({ stageId, start, end }, day) =>
      t('timetable:announce.place', {
        stage: stage(stageId),
        day: format.dayTab(day),
        from: time(start),
        until: time(end),
      }),
  }
}
