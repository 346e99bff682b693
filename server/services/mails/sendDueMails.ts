import type { Deps } from '#server/deps'
import type { Language } from '#shared/kernel/language'
import { attachmentsOf, type MailAttachment } from './attachments'
import { renderMail } from './renderMail'
import { type MailParams, type MailTemplate, SECRET_TEMPLATES } from './templates'

export interface OutgoingMail {
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  attachments: readonly MailAttachment[]
}

/** The way out. Throws when the mail server does not take it. */
export type SendMail = (mail: OutgoingMail) => Promise<void>

interface DueMail {
  id: number
  email: string
  name: string
  language: Language
  template: MailTemplate
  params: MailParams[MailTemplate]
  attempts: number
}

/** After these many the mail is left, with its last error, for somebody to look at: a good two days. */
const MAX_ATTEMPTS = 12
/** A process that dies while it sends leaves the mail to the next one after this time. */
const LEASE_MS = 10 * 60_000
/** 1, 2, 4 ... minutes, at most 6 hours. */
const backoffMs = (attempts: number) => Math.min(2 ** (attempts - 1) * 60_000, 6 * 3_600_000)

/** Sends every mail that is due. A mail may go twice when the process dies at the wrong moment, never not at all. Returns how many went. */
export const sendDueMails =
  (deps: Deps, send: SendMail) =>
  async (signal?: AbortSignal): Promise<number> => {
    let sent = 0
    while (!signal?.aborted) {
      const mail = await takeDue(deps)
      if (!mail) break
      try {
        await send({ to: { name: mail.name, address: mail.email }, ...(await contentOf(deps, mail)) })
        await markSent(deps, mail)
        sent++
      } catch (error) {
        const attempts = mail.attempts
        deps.log.warn({ mail: mail.id, attempts, problem: withoutPeople(error) }, 'a mail could not be sent yet')
        const again = new Date(deps.clock.now().getTime() + backoffMs(attempts))
        await deps.sql`update outbox set due_at = ${again}, last_error = ${withoutPeople(error)} where id = ${mail.id}`
      }
    }
    return sent
  }

async function takeDue({ sql, clock }: Deps): Promise<DueMail | null> {
  const now = clock.now()
  const [mail] = await sql<DueMail[]>`
    update outbox set attempts = attempts + 1, due_at = ${new Date(now.getTime() + LEASE_MS)}
    where id = (select id from outbox where sent_at is null and due_at <= ${now} and not demo and attempts < ${MAX_ATTEMPTS}
      and params <> '{}' order by due_at, id limit 1 for update skip locked)
    returning id, recipient_email as email, recipient_name as name, language, template, params, attempts`
  return mail ?? null
}

async function contentOf(deps: Deps, { template, params, language, name }: DueMail) {
  const { publicUrl } = deps
  const { subject, text, html } = renderMail({ template, params, language, recipientName: name, publicUrl })
  return { subject, text, html, attachments: await attachmentsOf(deps, { template, params, language }) }
}

async function markSent({ sql, clock }: Deps, { id, template }: DueMail): Promise<void> {
  const secret = SECRET_TEMPLATES.includes(template)
  await sql`update outbox set sent_at = ${clock.now()}, last_error = null ${secret ? sql`, params = '{}'` : sql``}
    where id = ${id}`
}

/** Servers quote addresses in what they answer: only the codes are kept. */
function withoutPeople(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  return [typeof code === 'string' ? code : 'ERROR', typeof responseCode === 'number' ? responseCode : '']
    .join(' ')
    .trim()
}
