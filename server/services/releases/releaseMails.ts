import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import type { BoothNews, TalkNews } from '#server/services/mails/templates'
import type { Actor } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'

export interface WaitingReleaseMail {
  id: number
  releaseNumber: number
  recipientName: string
  booths: BoothNews[]
  talks: TalkNews[]
}

export interface WaitingReleaseMails {
  /** All that wait. */
  count: number
  /** Of these, to visitors who starred or joined a talk: whom that is, is their own business. */
  visitors: number
  /** To exhibitors and speakers, as far as they are listed. */
  mails: WaitingReleaseMail[]
}

const LISTED = 200

/** Mails about releases that wait for an organiser. */
export const listReleaseMails =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<WaitingReleaseMails> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    const { sql } = deps
    const waiting = sql`fair_id = ${fairId} and release_number is not null and due_at is null`
    const isVisitor = sql`(params ->> 'visitor')::boolean`
    const [counted] = await sql<{ count: number; visitors: number }[]>`
      select count(*)::int as count, (count(*) filter (where ${isVisitor}))::int as visitors
      from outbox where ${waiting}`
    const mails = await sql<WaitingReleaseMail[]>`
      select id, release_number as "releaseNumber", recipient_name as "recipientName", params -> 'booths' as booths,
        params -> 'talks' as talks
      from outbox where ${waiting} and not ${isVisitor} order by release_number desc, id limit ${LISTED}`
    return { count: counted?.count ?? 0, visitors: counted?.visitors ?? 0, mails }
  }

/** Lets the waiting mails go: of one release, or of all. Returns how many. */
export const sendReleaseMails =
  (deps: Deps) =>
  async (actor: Actor, { fairId, number }: { fairId: FairId; number?: number }): Promise<number> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'release:publish')
    const now = deps.clock.now()
    return await deps.sql.begin(async (tx) => {
      const { count } = await tx`update outbox set due_at = ${now} where fair_id = ${fairId} and due_at is null
        and release_number is not null ${number === undefined ? tx`` : tx`and release_number = ${number}`}`
      if (count === 0) return 0
      await writeAudit(tx, {
        fairId,
        accountId: actor.accountId,
        action: 'release.mails',
        subject: String(number ?? ''),
        details: { count },
        at: now,
      })
      await notify(tx, 'outbox', {})
      return count
    })
  }
