import type { Queryable } from '#server/db/client'
import type { Actor } from '#shared/access/roles'
import type { Json } from '#shared/document/patch'

export interface AuditEntry {
  fairId: string | null
  /** Null: the clock did it. */
  actor: Pick<Actor, 'accountId'> | null
  /** `subject.verb`, as in `claim.confirm`. */
  action: string
  /** What it was done to, as in `claim/<id>`. */
  subject: string
  details?: Readonly<Record<string, Json>>
  at: Date
}

/** One row of the fair's history, in the transaction of what it tells about. */
export async function recordAudit(sql: Queryable, entry: AuditEntry): Promise<void> {
  await sql`insert into audit (fair_id, account_id, action, subject, details, at)
    values (${entry.fairId}, ${entry.actor?.accountId ?? null}, ${entry.action}, ${entry.subject},
      ${sql.json(entry.details ?? {})}, ${entry.at})`
}
