import type { Deps } from '#server/deps'
import type { Language } from '#shared/kernel/language'
import { calendarAttachment, type MailAttachment } from './calendarAttachment'
import type { MailParams, MailTemplate } from './templates'

export type { MailAttachment }

export interface MailWithParams {
  template: MailTemplate
  params: MailParams[MailTemplate]
  language: Language
}

/** What goes with a mail, made when it is sent. */
export async function attachmentsOf(
  deps: Deps,
  { template, params, language }: MailWithParams,
): Promise<readonly MailAttachment[]> {
  if (template !== 'releaseChanged') return []
  const { calendar } = params as MailParams['releaseChanged']
  const attached = calendar && (await calendarAttachment(deps, calendar, language))
  return attached ? [attached] : []
}
