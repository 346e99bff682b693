import type { Queryable } from '#server/db/client'
import type { AccountId, ExhibitorId } from '#shared/kernel/ids'
import { DEFAULT_LANGUAGE, isLanguage } from '#shared/kernel/language'
import type { MailRecipient } from './queueMail'

export interface ExhibitorRecipient extends MailRecipient {
  /** Null: the exhibitor's contact, as nobody with an account acts for it. */
  accountId: AccountId | null
}

/** Everyone who acts for each exhibitor, or its contact where nobody does. In a demo fair nobody is mailed for real. */
export async function exhibitorRecipients(
  sql: Queryable,
  exhibitorIds: readonly string[],
): Promise<ReadonlyMap<ExhibitorId, readonly ExhibitorRecipient[]>> {
  const rows = await sql<Row[]>`
    select e.id as "exhibitorId", a.id as "accountId", a.email, a.name, a.language, e.languages,
      coalesce(a.demo, false) or f.demo as demo,
      e.contact_email as "contactEmail", coalesce(nullif(e.contact_name, ''), e.name) as "contactName"
    from exhibitors e
    join fairs f on f.id = e.fair_id
    left join exhibitor_accounts ea on ea.exhibitor_id = e.id
    left join accounts a on a.id = ea.account_id
    where e.id = any(${[...exhibitorIds]})
    order by e.id, a.id`
  const found = new Map<ExhibitorId, ExhibitorRecipient[]>()
  for (const row of rows) {
    const recipient = recipientOf(row)
    if (recipient) found.set(row.exhibitorId, [...(found.get(row.exhibitorId) ?? []), recipient])
  }
  return found
}

type Row = { [K in keyof MailRecipient]: MailRecipient[K] | null } & {
  exhibitorId: ExhibitorId
  accountId: AccountId | null
  demo: boolean
  languages: string[]
  contactEmail: string
  contactName: string
}

function recipientOf(row: Row): ExhibitorRecipient | null {
  const { accountId, email, name, language, demo, languages, contactEmail, contactName } = row
  if (accountId !== null && email !== null && name !== null && language !== null)
    return { accountId, email, name, language, demo }
  if (contactEmail === '') return null
  return {
    ...{ accountId: null, email: contactEmail, name: contactName, demo },
    language: languages.find(isLanguage) ?? DEFAULT_LANGUAGE,
  }
}
