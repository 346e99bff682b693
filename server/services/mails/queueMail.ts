import type { Queryable } from '#server/db/client'
import { notify } from '#server/db/notify'
import { storableJson } from '#server/db/storableJson'
import type { Language } from '#shared/kernel/language'
import type { MailParams, MailTemplate } from './templates'

const BATCH = 1000

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
export const queueMail = <T extends MailTemplate>(sql: Queryable, mail: NewMail<T>): Promise<void> =>
  queueMails(sql, [mail])

/** Many at once. */
export async function queueMails<T extends MailTemplate>(sql: Queryable, mails: readonly NewMail<T>[]): Promise<void> {
  for (let at = 0; at < mails.length; at += BATCH) await insert(sql, mails.slice(at, at + BATCH))
  if (mails.some(({ dueAt }) => dueAt !== null)) await notify(sql, 'outbox', {})
}

const insert = <T extends MailTemplate>(sql: Queryable, mails: readonly NewMail<T>[]) => sql`
  insert into outbox (fair_id, recipient_email, recipient_name, language, template, params, demo, created_at, due_at,
    release_number)
  select fair_id, recipient_email, recipient_name, language, template, params, demo, created_at, due_at, release_number
  from rows from (jsonb_to_recordset(${sql.json(storableJson(mails.map(rowOf)) as never)})
    as (fair_id text, recipient_email text, recipient_name text, language text, template text, params jsonb, demo boolean,
      created_at timestamptz, due_at timestamptz, release_number integer)) with ordinality
  order by ordinality`

function rowOf<T extends MailTemplate>({ fairId, to, template, params, at, dueAt = at, releaseNumber }: NewMail<T>) {
  return {
    ...{ fair_id: fairId, recipient_email: to.email, recipient_name: to.name, language: to.language, demo: to.demo },
    ...{ template, params, created_at: at.toISOString(), due_at: dueAt?.toISOString() ?? null },
    release_number: releaseNumber ?? null,
  }
}
