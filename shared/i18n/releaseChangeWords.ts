import { type Language, localise } from '#shared/kernel/language'
import type { BoothChangeLine, NamedSlot, ReleaseChanges, TalkChangeLine } from '#shared/plan/queries/releaseChanges'
import { instantOfMinute } from '#shared/programme/time'
import type { Translate } from './translator'

/** One changed thing in words. */
export interface ChangedThing {
  id: string
  /** Booth number with its word, or title. */
  name: string
  what: string
  now: string | null
  was: string | null
}

export interface ReleaseChangeWords {
  /** `2 sessions at another time`, the most telling first; never empty. */
  summary: string[]
  booths: ChangedThing[]
  talks: ChangedThing[]
}

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }

/** What a release changed, as visitors read it. */
export function releaseChangeWords(
  t: Translate,
  changes: ReleaseChanges,
  { language, timeZone }: { language: Language; timeZone: string },
): ReleaseChangeWords {
  const slots = slotWords(language, timeZone)
  const list = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' })
  return {
    summary: summaryOf(t, changes),
    booths: changes.booths.map((booth) => boothWords(t, booth)),
    talks: changes.talks.map((talk) => talkWords(t, talk, { language, slots, list })),
  }
}

function summaryOf(t: Translate, { first, boothCount, talkCount, booths, talks, others }: ReleaseChanges): string[] {
  if (first) {
    return [
      t('changes:first.booths', { count: boothCount }),
      ...(talkCount > 0 ? [t('changes:first.talks', { count: talkCount })] : []),
    ]
  }
  const summary: string[] = []
  for (const kind of TALK_SUMMARY) {
    const count = talks.filter(({ changes }) => changes.includes(kind)).length
    if (count > 0) summary.push(t(`changes:talkCounts.${kind}`, { count }))
  }
  for (const kind of BOOTH_SUMMARY) {
    const count = booths.filter(({ changes }) => changes.includes(kind)).length
    if (count > 0) summary.push(t(`changes:boothCounts.${kind}`, { count }))
  }
  if (others > 0) summary.push(t('changes:others', { count: others }))
  return summary.length > 0 ? summary : [t('changes:nothing')]
}

const TALK_SUMMARY = [
  'new',
  'cancelled',
  'restored',
  'gone',
  'moved',
  'retimed',
  'scheduled',
  'unscheduled',
  'changed',
] as const
const BOOTH_SUMMARY = ['new', 'gone', 'moved', 'resized', 'renumbered', 'resectored'] as const

function boothWords(t: Translate, { id, number, before, changes }: BoothChangeLine): ChangedThing {
  return {
    ...{ id, name: t('changes:booth', { number }), now: null },
    what: changes.map((change) => t(`changes:boothKinds.${change}`)).join(', '),
    was: before === null ? null : t('changes:was', { what: before }),
  }
}

interface TalkWordsNeed {
  language: Language
  slots: (slots: readonly NamedSlot[]) => string | null
  list: Intl.ListFormat
}

function talkWords(t: Translate, talk: TalkChangeLine, { language, slots, list }: TalkWordsNeed): ChangedThing {
  const { id, title, changes, fields, now, was } = talk
  const lost = slots(was)
  return {
    id,
    name: localise(title, language),
    what: changes
      .map((change) =>
        change === 'changed'
          ? t('changes:fieldsChanged', { fields: list.format(fields.map((field) => t(`changes:fields.${field}`))) })
          : t(`changes:talkKinds.${change}`),
      )
      .join(', '),
    now: slots(now),
    was: lost === null ? null : t('changes:was', { what: lost }),
  }
}

/** Times and stages of one talk, several divided by a dot. */
function slotWords(language: Language, timeZone: string) {
  const style = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
  const format = new Intl.DateTimeFormat(LOCALES[language], { ...style, timeZone })
  return (slots: readonly NamedSlot[]): string | null =>
    slots
      .map(({ stage, start, end }) => {
        const time = format.formatRange(instantOfMinute(start), instantOfMinute(end))
        return stage ? `${time}, ${localise(stage, language)}` : time
      })
      .join(' · ') || null
}
