import type { Queryable } from '#server/db/client'
import { DEFAULT_LANGUAGE, isLanguage, type LocalText, localise } from '#shared/kernel/language'
import { type MailRecipient, queueMail } from './queueMail'
import type { MailParams, MailTemplate } from './templates'

/** Templates about an exhibitor's booth; fair, exhibitor and the page to go to are filled in here. */
export type ExhibitorTemplate = Exclude<MailTemplate, 'invitation' | 'signInLink' | 'seatFreed'>
export type ExhibitorParams<T extends ExhibitorTemplate> = Omit<
  MailParams[T],
  'fair' | 'exhibitor' | 'path' | 'timeZone'
>

export interface ExhibitorMail<T extends ExhibitorTemplate> {
  fairId: string
  exhibitorId: string
  template: T
  params: ExhibitorParams<T>
  at: Date
  /** For mails about a release: its number; they wait until an organiser sends them. */
  releaseNumber?: number
}

/** After these the exhibitor has no booth, and looks for one. */
const WANTS_ANOTHER: readonly ExhibitorTemplate[] = ['claimDeclined', 'holdExpired']

/** Queues the mail for everyone who acts for the exhibitor, or for its contact where nobody does. Returns how many. */
export async function mailExhibitor<T extends ExhibitorTemplate>(
  sql: Queryable,
  { fairId, exhibitorId, template, params, at, releaseNumber }: ExhibitorMail<T>,
): Promise<number> {
  const [about] = await sql<About[]>`
    select f.slug, f.name as fair, f.demo, f.time_zone as "timeZone", e.name as exhibitor, e.languages,
      e.contact_email as "contactEmail", e.contact_name as "contactName"
    from exhibitors e join fairs f on f.id = e.fair_id where e.fair_id = ${fairId} and e.id = ${exhibitorId}`
  if (!about) return 0
  const page = WANTS_ANOTHER.includes(template) ? 'claim' : 'my-booth'
  const recipients = await recipientsOf(sql, exhibitorId, about)
  for (const to of recipients) {
    const filled = {
      ...params,
      fair: localise(about.fair, to.language),
      exhibitor: about.exhibitor,
      timeZone: about.timeZone,
      path: `/${to.language}/fairs/${about.slug}/${page}`,
    } as unknown as MailParams[T]
    const waiting = releaseNumber === undefined ? {} : { releaseNumber, dueAt: null }
    await queueMail(sql, { fairId, to, template, params: filled, at, ...waiting })
  }
  return recipients.length
}

interface About {
  slug: string
  fair: LocalText
  demo: boolean
  timeZone: string
  exhibitor: string
  languages: string[]
  contactEmail: string
  contactName: string
}

/** In a demo fair nobody is mailed for real. */
async function recipientsOf(sql: Queryable, exhibitorId: string, about: About): Promise<MailRecipient[]> {
  const accounts = await sql<MailRecipient[]>`
    select a.email, a.name, a.language, a.demo or ${about.demo} as demo
    from exhibitor_accounts ea join accounts a on a.id = ea.account_id where ea.exhibitor_id = ${exhibitorId}
    order by a.id`
  if (accounts.length > 0) return accounts
  if (about.contactEmail === '') return []
  const language = about.languages.find(isLanguage) ?? DEFAULT_LANGUAGE
  return [{ email: about.contactEmail, name: about.contactName || about.exhibitor, language, demo: about.demo }]
}
