import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import type { MailParams } from '#server/services/mails/templates'
import type { Actor } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'

export interface WaitingReleaseMail {
  id: number
  releaseNumber: number
  recipientName: string
  exhibitor: string
  booth: string
  before: string
  changes: MailParams['boothChanged']['changes']
}

/** Mails about releases that wait for an organiser. */
export const listReleaseMails =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<WaitingReleaseMail[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    const rows = await deps.sql<WaitingRow[]>`
      select id, release_number as "releaseNumber", recipient_name as "recipientName", params from outbox
      where fair_id = ${fairId} and release_number is not null and due_at is null order by release_number desc, id`
    return rows.map(({ params: { exhibitor, booth, before, changes }, ...row }) => ({
      ...row,
      exhibitor,
      booth,
      before,
      changes,
    }))
  }

type WaitingRow = Pick<WaitingReleaseMail, 'id' | 'releaseNumber' | 'recipientName'> & {
  params: MailParams['boothChanged']
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
