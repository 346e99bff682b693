import type { Translate } from '#shared/i18n/translator'
import type { Language } from '#shared/kernel/language'
import { LOCALES } from './locales'
import { releaseWords } from './releaseWords'
import type { MailParams, MailTemplate } from './templates'

export interface MailWords {
  subject: string
  paragraphs: string[]
  /** A list, each with what there is to say about it. */
  items?: { title: string; lines: string[] }[]
  /** Somebody's own words, set apart. */
  quote?: string
  button: string
  /** After the button. */
  closing?: string
  /** Name of the fair that signs; null: the product. */
  fair: string | null
}

export type Writer<T extends MailTemplate> = (t: Translate, params: MailParams[T], language: Language) => MailWords

/** What each mail says. */
export const MAIL_WORDS: { readonly [T in MailTemplate]: Writer<T> } = {
  claimConfirmed: (t, params) => ({
    subject: t('mails:claimConfirmed.subject', params),
    paragraphs: [t('mails:claimConfirmed.text', params), t('mails:claimConfirmed.next')],
    button: t('mails:claimConfirmed.button'),
    fair: params.fair,
  }),
  claimDeclined: (t, params) => ({
    subject: t('mails:claimDeclined.subject', params),
    paragraphs: [t('mails:claimDeclined.text', params)],
    quote: params.reason,
    button: t('mails:claimDeclined.button'),
    closing: t('mails:claimDeclined.next'),
    fair: params.fair,
  }),
  holdExpiring: (t, params, language) => ({
    subject: t('mails:holdExpiring.subject', params),
    paragraphs: [t('mails:holdExpiring.text', { ...params, until: moment(params.until, params.timeZone, language) })],
    button: t('mails:holdExpiring.button'),
    fair: params.fair,
  }),
  holdExpired: (t, params) => ({
    subject: t('mails:holdExpired.subject', params),
    paragraphs: [t('mails:holdExpired.text', params)],
    button: t('mails:holdExpired.button'),
    fair: params.fair,
  }),
  claimMoved: (t, params) => ({
    subject: t('mails:claimMoved.subject', params),
    paragraphs: [t('mails:claimMoved.text', params)],
    button: t('mails:claimMoved.button'),
    fair: params.fair,
  }),
  releaseChanged: releaseWords,
  seatFreed: (t, params, language) => ({
    subject: t('mails:seatFreed.subject', params),
    paragraphs: [
      t('mails:seatFreed.text', params),
      ...(params.start === null
        ? []
        : [t('mails:seatFreed.when', { start: moment(params.start, params.timeZone, language) })]),
      t('mails:seatFreed.next'),
    ],
    button: t('mails:seatFreed.button'),
    fair: params.fair,
  }),
  proposalAccepted: (t, params) => ({
    subject: t('mails:proposalAccepted.subject', params),
    paragraphs: [t('mails:proposalAccepted.text', params)],
    ...(params.note ? { quote: params.note } : {}),
    button: t('mails:proposalAccepted.button'),
    fair: params.fair,
  }),
  proposalDeclined: (t, params) => ({
    subject: t('mails:proposalDeclined.subject', params),
    paragraphs: [t('mails:proposalDeclined.text', params)],
    ...(params.note ? { quote: params.note } : {}),
    button: t('mails:proposalDeclined.button'),
    fair: params.fair,
  }),
  invitation: (t, params) => ({
    subject: t('mails:invitation.subject', params),
    paragraphs: [t(`mails:invitation.${params.role}`, params)],
    ...(params.note ? { quote: params.note } : {}),
    button: t('mails:invitation.button'),
    closing: t('mails:invitation.once'),
    fair: params.fair,
  }),
  signInLink: (t, params) => ({
    subject: t('mails:signInLink.subject'),
    paragraphs: [t('mails:signInLink.text', { count: params.minutes })],
    button: t('mails:signInLink.button'),
    closing: t('mails:signInLink.unexpected'),
    fair: null,
  }),
}

const moment = (iso: string, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'full', timeStyle: 'short', timeZone }).format(new Date(iso))
