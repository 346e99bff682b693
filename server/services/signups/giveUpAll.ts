import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import type { AccountId, FairId, TalkId } from '#shared/kernel/ids'
import { giveUp } from './cancelSignup'

/** Before an account goes: its seats go to those who wait. Always in the same order, so that two who go at once do not lock each other. */
export async function giveUpAll(deps: Deps, tx: Tx, accountId: AccountId): Promise<void> {
  const mine = await tx<{ fairId: FairId; talkId: TalkId }[]>`
    select fair_id as "fairId", talk_id as "talkId" from signups
    where account_id = ${accountId} and state <> 'cancelled' order by fair_id, talk_id`
  for (const { fairId, talkId } of mine) await giveUp(deps, tx, { fairId, talkId, accountId })
}
