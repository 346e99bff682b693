import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import type { Actor } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'

export interface ReleaseSummary {
  number: number
  note: string
  publishedAt: Date
  /** Null: the account is no more. */
  publishedBy: string | null
  withdrawnAt: Date | null
  /** What visitors see now. */
  current: boolean
  booths: number
  waitingMails: number
  sentMails: number
}

/** All releases, the newest first, for organisers. */
export const listReleases =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<ReleaseSummary[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    return await deps.sql<ReleaseSummary[]>`
      select r.number, r.note, r.published_at as "publishedAt", a.name as "publishedBy", r.withdrawn_at as "withdrawnAt",
        r.withdrawn_at is null and r.number = (select max(l.number) from releases l
          where l.fair_id = r.fair_id and l.withdrawn_at is null) as current,
        (select count(*) from jsonb_object_keys(r.content -> 'plan' -> 'booths')) as booths,
        (select count(*) from outbox o where o.fair_id = r.fair_id and o.release_number = r.number and o.due_at is null)
          as "waitingMails",
        (select count(*) from outbox o where o.fair_id = r.fair_id and o.release_number = r.number and o.due_at is not null)
          as "sentMails"
      from releases r left join accounts a on a.id = r.published_by
      where r.fair_id = ${fairId} order by r.number desc`
  }
