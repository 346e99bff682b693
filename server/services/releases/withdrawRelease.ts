import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'

/** Takes a release back: the newest that remains is what visitors see. Its mails that nobody sent yet go away. A second time nothing happens. */
export const withdrawRelease =
  (deps: Deps) =>
  async (actor: Actor, { fairId, number }: { fairId: FairId; number: number }): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'release:publish')
    const now = deps.clock.now()
    await deps.sql.begin(async (tx) => {
      await tx`select from fairs where id = ${fairId} for update`
      const [release] = await tx<{ withdrawn: boolean }[]>`
        select withdrawn_at is not null as withdrawn from releases
        where fair_id = ${fairId} and number = ${Number.isSafeInteger(number) ? number : 0}::bigint`
      if (!release) throw new AppError('NOT_FOUND', { detail: 'no such release' })
      if (release.withdrawn) return
      await tx`update releases set withdrawn_at = ${now} where fair_id = ${fairId} and number = ${number}`
      await tx`delete from outbox where fair_id = ${fairId} and release_number = ${number} and due_at is null`
      await writeAudit(tx, {
        fairId,
        accountId: actor.accountId,
        action: 'release.withdraw',
        subject: String(number),
        details: { number },
        at: now,
      })
      await notify(tx, 'release_changed', { fairId })
    })
  }
