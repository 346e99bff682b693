import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { Language } from '#shared/kernel/language'
import { type RenderedMail, renderMail } from './renderMail'
import type { MailParams, MailTemplate } from './templates'

export interface DemoMail extends RenderedMail {
  id: number
  toName: string
  toEmail: string
  language: Language
  at: Date
}

const MOST_RECENT = 100

/**
 * What would have been sent to demo persons of this demo person's fairs, and to itself, the newest first. Errors: NOT_FOUND for
 * everybody else, and outside of demo mode.
 */
export const listDemoMails =
  (deps: Deps) =>
  async (actor: Actor): Promise<DemoMail[]> => {
    if (!deps.demo || !actor.demo || actor.accountId === null)
      throw new AppError('NOT_FOUND', { detail: 'no demo person' })
    const rows = await deps.sql<DemoRow[]>`
      select o.id, o.recipient_name as "toName", o.recipient_email as "toEmail", o.language, o.template, o.params, o.due_at as at
      from outbox o
      where o.demo and o.due_at is not null and o.params <> '{}'
        and not exists (select from accounts a where a.email = o.recipient_email and not a.demo)
        and (o.recipient_email = (select email from accounts where id = ${actor.accountId})
          or exists (select from memberships m where m.fair_id = o.fair_id and m.account_id = ${actor.accountId})
          or exists (select from exhibitor_accounts ea join exhibitors e on e.id = ea.exhibitor_id
            where e.fair_id = o.fair_id and ea.account_id = ${actor.accountId}))
      order by o.due_at desc, o.id desc limit ${MOST_RECENT}`
    return rows.map(({ template, params, ...row }) => ({
      ...row,
      ...renderMail({ template, params, language: row.language, recipientName: row.toName, publicUrl: deps.publicUrl }),
    }))
  }

interface DemoRow extends Pick<DemoMail, 'id' | 'toName' | 'toEmail' | 'language' | 'at'> {
  template: MailTemplate
  params: MailParams[MailTemplate]
}
