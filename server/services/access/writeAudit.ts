import type { Queryable } from '#server/db/client'

export interface AuditEntry {
  fairId: string | null
  accountId: string | null
  /** subject.verb, such as `member.removed`. */
  action: string
  /** Id of what it was done to. */
  subject: string
  /** Ids and numbers only, no names: entries outlive accounts. */
  details?: Record<string, string | number | boolean | null>
  at: Date
}

/** In the transaction of what it tells about. */
export async function writeAudit(
  sql: Queryable,
  { fairId, accountId, action, subject, details = {}, at }: AuditEntry,
): Promise<void> {
  await sql`insert into audit (fair_id, account_id, action, subject, details, at)
    values (${fairId}, ${accountId}, ${action}, ${subject}, ${sql.json(details)}, ${at})`
}
