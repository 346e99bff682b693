import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { attachmentsOf, type MailAttachment } from './attachments'
import { demoMailRows } from './demoMailRows'

/** The calendar that would have gone with a mail. Errors: those of demoMailRows, NOT_FOUND where there is none. */
export const demoMailCalendar =
  (deps: Deps) =>
  async (actor: Actor, { mailId }: { mailId: number }): Promise<MailAttachment> => {
    const [mail] = await demoMailRows(deps, actor, { limit: 1, mailId: Number.isSafeInteger(mailId) ? mailId : -1 })
    const [calendar] = mail ? await attachmentsOf(deps, mail) : []
    if (!calendar) throw new AppError('NOT_FOUND', { detail: 'no such calendar' })
    return calendar
  }
