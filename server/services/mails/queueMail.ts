import type { Queryable } from '#server/db/client'
import { notify } from '#server/db/notify'
import type { Language } from '#shared/kernel/language'
import type { MailParams, MailTemplate } from './templates'

export interface MailRecipient {
  email: string
  name: string
  language: Language
  /** A demo person: the mail is kept for the demo's page and never sent. */
  demo: boolean
}

export interface NewMail<T extends MailTemplate> {
  /** Null for mails that belong to no fair (sign-in links). */
  fairId: string | null
  to: MailRecipient
  template: T
  params: MailParams[T]
  /** When it was queued: deps.clock.now(). */
  at: Date
  /** When it may go: left out, at once; null, when an organiser sends it. */
  dueAt?: Date | null
  /** For mails about a release. */
  releaseNumber?: number
}

/** Puts a mail into the outbox, in the transaction of whatever it tells about: both happen or neither. */
export async function queueMail<T extends MailTemplate>(sql: Queryable, mail: NewMail<T>): Promise<void> {
  const { fairId, to, template, params, at, dueAt = at, releaseNumber = null } = mail
  await sql`
    insert into outbox (fair_id, recipient_email, recipient_name, language, template, params, demo, created_at, due_at,
      release_number)
    values (${fairId}, ${to.email}, ${to.name}, ${to.language}, ${template}, ${sql.json(params)}, ${to.demo}, ${at}, ${dueAt},
      ${releaseNumber})`
  if (dueAt !== null) await notify(sql, 'outbox', {})
}
