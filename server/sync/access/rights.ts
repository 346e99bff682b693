import { BYTEA_ARRAY } from '#server/db/arrayTypes'
import type { Queryable } from '#server/db/client'
import type { EndReason } from '../wire/connection'

/** By what somebody edits a fair: a session of theirs, and a place in the team. */
export interface Right {
  readonly fairId: string
  readonly accountId: string
  /** Hash of the session's token. */
  readonly session: Uint8Array
}

/** A table `i (fair_id, account_id, session, nth)` of these. */
export const rightsTable = (sql: Queryable, rights: readonly Right[]) => sql`
  unnest(${rights.map((right) => right.fairId)}::text[], ${rights.map((right) => right.accountId)}::text[],
    ${sql.array(rights.map((right) => right.session) as never[], BYTEA_ARRAY)}::bytea[])
    with ordinality as i (fair_id, account_id, session, nth)`

export interface Checked {
  /** Why it is over; null: it is not. */
  reasons: (EndReason | null)[]
  /** When the first of those that hold will end by itself, where that is before the horizon. */
  nextEnd: Date | null
}

/** Looks at any number of rights in one statement. What was decided at the door for good (demo persons) is not asked again. */
export async function checkRights(
  sql: Queryable,
  rights: readonly Right[],
  { now, horizon }: { now: Date; horizon: Date },
): Promise<Checked> {
  const found = await sql<{ nth: number; expiresAt: Date | null; organises: boolean }[]>`
    select i.nth, s.expires_at as "expiresAt", m.account_id is not null and f.archived_at is null as organises
    from ${rightsTable(sql, rights)}
    left join sessions s on s.token_hash = i.session and s.account_id = i.account_id
    left join memberships m on m.fair_id = i.fair_id and m.account_id = i.account_id
    left join fairs f on f.id = i.fair_id
    where s.expires_at is null or s.expires_at <= ${horizon} or m.account_id is null or f.archived_at is not null`
  const reasons: (EndReason | null)[] = rights.map(() => null)
  let nextEnd: Date | null = null
  for (const { nth, expiresAt, organises } of found) {
    if (expiresAt === null || expiresAt <= now) reasons[nth - 1] = 'notSignedIn'
    else if (!organises) reasons[nth - 1] = 'accessEnded'
    else if (nextEnd === null || expiresAt < nextEnd) nextEnd = expiresAt
  }
  return { reasons, nextEnd }
}
