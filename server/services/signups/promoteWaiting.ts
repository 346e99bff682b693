import type { Tx } from '#server/db/client'
import { writeAudit } from '#server/services/access/writeAudit'
import type { AccountId, FairId, TalkId } from '#shared/kernel/ids'
import { mailSeatFreed } from './mailSeatFreed'
import { countSignups } from './signupRows'

export interface Promotion {
  fairId: FairId
  talkId: TalkId
  /** As visitors see it from now on; null: no longer limited, so all who wait are seated. */
  seats: number | null
  at: Date
}

/**
 * Gives free seats of a talk to those who wait, in their order; each who moves up gets a mail. Call it in the transaction that
 * freed a seat or published another number of them. Nobody loses a seat, however few there are now. Locks the talk's row.
 * Returns who moved up.
 */
export async function promoteWaiting(tx: Tx, { fairId, talkId, seats, at }: Promotion): Promise<AccountId[]> {
  await tx`select from talks where fair_id = ${fairId} and id = ${talkId} for update`
  const { seated, waiting } = await countSignups(tx, fairId, talkId)
  const free = seats === null ? waiting : Math.min(waiting, seats - seated)
  if (free <= 0) return []
  const promoted = await tx<{ accountId: AccountId; place: number }[]>`
    update signups set state = 'seated', changed_at = ${at}
    where id in (select id from signups where fair_id = ${fairId} and talk_id = ${talkId} and state = 'waiting'
      order by place limit ${free})
    returning account_id as "accountId", place`
  const accountIds = promoted.sort((a, b) => a.place - b.place).map(({ accountId }) => accountId)
  for (const accountId of accountIds)
    await writeAudit(tx, { fairId, accountId, action: 'signup.promoted', subject: talkId, at })
  await mailSeatFreed(tx, { fairId, talkId, accountIds, at })
  return accountIds
}
