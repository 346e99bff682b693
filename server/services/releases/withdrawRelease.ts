import type { Tx } from '#server/db/client'
import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import { lockProjection } from '#server/services/documents/projectionLock'
import type { Actor } from '#shared/access/roles'
import { historyToJson } from '#shared/exchange/releaseContent'
import { AppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { nextHistory } from '#shared/programme/release'
import { readLatestRelease } from './readLatestRelease'
import { seatWaiting } from './seatWaiting'
import { readHighestSequences, writeHighestSequences } from './talkHistory'

/** Takes a release back: the newest that remains is what visitors see. Its mails that nobody sent yet go away. A second time nothing happens. */
export const withdrawRelease =
  (deps: Deps) =>
  async (actor: Actor, { fairId, number }: { fairId: FairId; number: number }): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'release:publish')
    const now = deps.clock.now()
    await deps.sql.begin(async (tx) => {
      await lockProjection(tx, [fairId])
      await tx`select from fairs where id = ${fairId} for update`
      const [release] = await tx<{ withdrawn: boolean }[]>`
        select withdrawn_at is not null as withdrawn from releases
        where fair_id = ${fairId} and number = ${Number.isSafeInteger(number) ? number : 0}::bigint`
      if (!release) throw new AppError('NOT_FOUND', { detail: 'no such release' })
      if (release.withdrawn) return
      await takeBack(deps, tx, fairId, number, now)
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

/** What visitors saw was in their calendars: the release that takes its place counts its talks on from there. */
async function takeBack(deps: Deps, tx: Tx, fairId: FairId, number: number, now: Date): Promise<void> {
  const shown = await readLatestRelease(deps, fairId, tx)
  await tx`update releases set withdrawn_at = ${now} where fair_id = ${fairId} and number = ${number}`
  if (shown?.number !== number) return
  const next = await readLatestRelease(deps, fairId, tx)
  if (!next) return
  const { talks } = next.programme
  const history = nextHistory(talks, shown.programme, now, await readHighestSequences(tx, fairId))
  await tx`update releases set content = jsonb_set(content, '{history}', ${tx.json(historyToJson(history))}),
    restored = restored + 1 where fair_id = ${fairId} and number = ${next.number}`
  await writeHighestSequences(tx, fairId, history)
  await seatWaiting(tx, { fairId, before: shown.programme, after: next.programme, at: now })
}
