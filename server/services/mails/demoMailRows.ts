import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { Language } from '#shared/kernel/language'
import type { MailParams, MailTemplate } from './templates'

export interface DemoMailRow {
  id: number
  toName: string
  toEmail: string
  language: Language
  at: Date
  template: MailTemplate
  params: MailParams[MailTemplate]
}

/**
 * Mails to demo persons of this demo person's fairs, and to itself, the newest first; or the one asked for. Errors: NOT_FOUND for
 * everybody else, and outside of demo mode.
 */
export async function demoMailRows(
  deps: Deps,
  actor: Actor,
  { limit, mailId = null }: { limit: number; mailId?: number | null },
): Promise<DemoMailRow[]> {
  if (!deps.demo || !actor.demo || actor.accountId === null)
    throw new AppError('NOT_FOUND', { detail: 'no demo person' })
  return await deps.sql<DemoMailRow[]>`
    select o.id, o.recipient_name as "toName", o.recipient_email as "toEmail", o.language, o.template, o.params, o.due_at as at
    from outbox o
    where o.demo and o.due_at is not null and o.params <> '{}' ${mailId === null ? deps.sql`` : deps.sql`and o.id = ${mailId}`}
      and not exists (select from accounts a where a.email = o.recipient_email and not a.demo)
      and (o.recipient_email = (select email from accounts where id = ${actor.accountId})
        or exists (select from memberships m where m.fair_id = o.fair_id and m.account_id = ${actor.accountId})
        or exists (select from exhibitor_accounts ea join exhibitors e on e.id = ea.exhibitor_id
          where e.fair_id = o.fair_id and ea.account_id = ${actor.accountId}))
    order by o.due_at desc, o.id desc limit ${limit}`
}
