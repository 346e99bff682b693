import type { Queryable } from '#server/db/client'
import type { ExhibitorId } from '#shared/kernel/ids'
import { type LocalText, localise } from '#shared/kernel/language'
import { exhibitorRecipients } from './exhibitorRecipients'
import { queueMail } from './queueMail'
import type { MailParams, MailTemplate } from './templates'

/** Templates about an exhibitor's booth; fair, exhibitor and the page to go to are filled in here. */
export type ExhibitorTemplate = Exclude<
  MailTemplate,
  'invitation' | 'signInLink' | 'seatFreed' | 'releaseChanged' | 'proposalAccepted' | 'proposalDeclined'
>
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
}

/** After these the exhibitor has no booth, and looks for one. */
const WANTS_ANOTHER: readonly ExhibitorTemplate[] = ['claimDeclined', 'holdExpired']

/** Queues the mail for everyone who acts for the exhibitor, or for its contact where nobody does. Returns how many. */
export async function mailExhibitor<T extends ExhibitorTemplate>(
  sql: Queryable,
  { fairId, exhibitorId, template, params, at }: ExhibitorMail<T>,
): Promise<number> {
  const [about] = await sql<About[]>`
    select f.slug, f.name as fair, f.time_zone as "timeZone", e.name as exhibitor
    from exhibitors e join fairs f on f.id = e.fair_id where e.fair_id = ${fairId} and e.id = ${exhibitorId}`
  if (!about) return 0
  const page = WANTS_ANOTHER.includes(template) ? 'claim' : 'my-booth'
  const recipients = (await exhibitorRecipients(sql, [exhibitorId])).get(exhibitorId as ExhibitorId) ?? []
  for (const { accountId: _account, ...to } of recipients) {
    const filled = {
      ...params,
      fair: localise(about.fair, to.language),
      exhibitor: about.exhibitor,
      timeZone: about.timeZone,
      path: `/${to.language}/fairs/${about.slug}/${page}`,
    } as unknown as MailParams[T]
    await queueMail(sql, { fairId, to, template, params: filled, at })
  }
  return recipients.length
}

interface About {
  slug: string
  fair: LocalText
  timeZone: string
  exhibitor: string
}
