import type { Translate } from '#shared/i18n/translator'
import type { Language } from '#shared/kernel/language'
import { instantOfMinute } from '#shared/programme/time'
import { LOCALES } from './locales'
import type { BoothNews, MailParams, NewsSlot, TalkNews } from './templates'
import type { MailWords } from './words'

type Params = MailParams['releaseChanged']

/** What a release changes for one person: booths first, then talks, each with what it was and what it is now. */
export function releaseWords(t: Translate, params: Params, language: Language): MailWords {
  const { fair, booths, talks, calendar, timeZone } = params
  const slots = slotWords(t, timeZone, language)
  return {
    subject: subjectOf(t, params),
    paragraphs: [t('mails:releaseChanged.text', { fair })],
    items: [...booths.map((booth) => boothItem(t, booth)), ...talks.map((talk) => talkItem(t, talk, slots))],
    button: t(`mails:releaseChanged.button.${buttonOf(params)}`),
    ...(calendar ? { closing: t('mails:releaseChanged.calendar') } : {}),
    fair,
  }
}

function subjectOf(t: Translate, { fair, booths, talks }: Params): string {
  const [booth] = booths
  const [talk] = talks
  if (booth && booths.length + talks.length === 1)
    return t('mails:releaseChanged.subject.booth', { booth: booth.before, fair })
  if (talk && booths.length + talks.length === 1)
    return t('mails:releaseChanged.subject.talk', { talk: talk.title, fair })
  return t('mails:releaseChanged.subject.several', { fair })
}

/** Where the button leads; the path in the params is made for it. */
export function buttonOf({ booths, talks }: Pick<Params, 'booths' | 'talks'>): 'booth' | 'talk' | 'programme' {
  if (talks.length === 0) return 'booth'
  const [talk] = talks
  return booths.length === 0 && talks.length === 1 && talk && !talk.changes.includes('gone') ? 'talk' : 'programme'
}

const boothItem = (t: Translate, booth: BoothNews) => ({
  title: t('mails:releaseChanged.booth.title', { booth: booth.before, exhibitor: booth.exhibitor }),
  lines: booth.changes.map((change) => t(`mails:releaseChanged.booth.${change}`, { ...booth })),
})

function talkItem(t: Translate, { title, changes, before, after }: TalkNews, words: (slots: NewsSlot[]) => string) {
  const isOff = changes.includes('gone') || changes.includes('cancelled') || changes.every((kind) => kind === 'left')
  return {
    title,
    lines: [
      changes.map((change) => t(`mails:releaseChanged.talk.${change}`)).join(' '),
      ...(isOff ? [] : [t('mails:releaseChanged.now', { slots: words(after) })]),
      ...(before.length > 0 ? [t('mails:releaseChanged.before', { slots: words(before) })] : []),
    ],
  }
}

function slotWords(t: Translate, timeZone: string, language: Language) {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    ...{ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
    timeZone,
  } as const)
  return (slots: NewsSlot[]): string =>
    slots
      .map(({ stage, start, end }) =>
        t('mails:releaseChanged.slot', {
          time: format.formatRange(instantOfMinute(start), instantOfMinute(end)),
          stage,
        }),
      )
      .join(' · ') || t('mails:releaseChanged.noTime')
}
