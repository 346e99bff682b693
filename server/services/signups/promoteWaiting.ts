import type { Tx } from '#server/db/client'
import type { AccountId, Brand, FairId, TalkId } from '#shared/kernel/ids'

export type SignupId = Brand<string, 'SignupId'>

export interface Promoted {
  id: SignupId
  accountId: AccountId
}

/**
 * Gives free seats of a talk to those who wait, in their order; whoever moves up gets a mail. Call it in the transaction that
 * freed a seat or published another number of them. `seats`: as visitors see it from now on; null: no longer limited, so all
 * who wait are seated. Nobody loses a seat, however few there are now. Locks the talk's row.
 */
export async function promoteWaiting(
  tx: Tx,
  { fairId, talkId, seats, at }: { fairId: FairId; talkId: TalkId; seats: number | null; at: Date },
): Promise<Promoted[]> {
  await tx`select from talks where fair_id = ${fairId} and id = ${talkId} for update`
  const [taken] = await tx<{ seated: number }[]>`
    select count(*)::int as seated from signups
    where fair_id = ${fairId} and talk_id = ${talkId} and state = 'seated'`
  const free = seats === null ? null : Math.max(0, seats - (taken?.seated ?? 0))
  return await tx<Promoted[]>`
    update signups set state = 'seated', changed_at = ${at}
    where id in (select id from signups where fair_id = ${fairId} and talk_id = ${talkId} and state = 'waiting'
      order by place limit ${free})
    returning id, account_id as "accountId"`
}
