import { translatorFor } from '#shared/i18n/catalogues'
import type { Language } from '#shared/kernel/language'
import type { MailParams, MailTemplate } from './templates'
import { MAIL_WORDS, type MailWords } from './words'

export interface RenderedMail {
  subject: string
  text: string
  html: string
  /** What the button opens. */
  link: string
}

export interface MailToRender<T extends MailTemplate = MailTemplate> {
  template: T
  params: MailParams[T]
  language: Language
  recipientName: string
  publicUrl: string
}

/** The words of a mail, as text and as simple HTML. */
export function renderMail<T extends MailTemplate>(mail: MailToRender<T>): RenderedMail {
  const { template, params, language, recipientName, publicUrl } = mail
  const t = translatorFor(language)
  const words: MailWords = MAIL_WORDS[template](t, params, language)
  const greeting = recipientName ? t('mails:greeting', { name: recipientName }) : t('mails:greetingNobody')
  const signature = words.fair === null ? t('mails:product') : t('mails:signature', { fair: words.fair })
  const link = publicUrl + params.path
  const { paragraphs, items = [], quote, button, closing } = words
  const text = [
    greeting,
    ...paragraphs,
    ...items.map(({ title, lines }) => [`• ${title}`, ...lines.map((line) => `  ${line}`)].join('\n')),
    ...(quote ? [quote.replace(/^/gm, '> ')] : []),
    `${button}\n${link}`,
    ...(closing ? [closing] : []),
    signature,
  ].join('\n\n')
  const html = [
    `<p>${escapeHtml(greeting)}</p>`,
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(items.length > 0 ? [`<ul>${items.map(itemHtml).join('')}</ul>`] : []),
    ...(quote ? [`<blockquote style="${QUOTE}">${escapeHtml(quote)}</blockquote>`] : []),
    `<p><a href="${escapeHtml(link)}" style="${BUTTON}">${escapeHtml(button)}</a></p>`,
    ...(closing ? [`<p>${escapeHtml(closing)}</p>`] : []),
    `<p style="${SMALL}">${escapeHtml(t('mails:address'))}<br>${escapeHtml(link)}</p>`,
    `<p>${escapeHtml(signature)}</p>`,
  ].join('\n')
  return { subject: oneLine(words.subject), text, html: page(language, html), link }
}

const itemHtml = ({ title, lines }: NonNullable<MailWords['items']>[number]): string =>
  `<li style="margin:0 0 12px"><strong>${escapeHtml(title)}</strong>${lines.map((line) => `<br>${escapeHtml(line)}`).join('')}</li>`

const QUOTE = 'margin:16px 0;padding:0 0 0 16px;border-left:3px solid #b8bcc4;white-space:pre-line'
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#1f4fd8;color:#ffffff;text-decoration:none'
const SMALL = 'font-size:14px;color:#5a6070'

const page = (language: Language, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head>` +
  `<body style="font:16px/1.5 system-ui,sans-serif;color:#1a1d24;max-width:36em;margin:24px auto;padding:0 16px">\n${body}\n</body></html>`

/** Names may hold anything; a header has one line. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
