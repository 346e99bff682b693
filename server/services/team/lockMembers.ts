import type { Tx } from '#server/db/client'
import type { AccountId } from '#shared/kernel/ids'

export interface LockedMember {
  accountId: AccountId
  role: 'owner' | 'organiser'
}

/**
 * The fair's members, whose rows stay locked until the transaction ends: two owners who remove each other at once
 * come one after the other, and the second is judged by what the first left behind.
 */
export async function lockMembers(tx: Tx, fairId: string): Promise<LockedMember[]> {
  await tx`select from memberships where fair_id = ${fairId} order by account_id for update`
  // Read anew: while waiting for the locks, rows may have come, gone or changed.
  return await tx<LockedMember[]>`
    select account_id as "accountId", role from memberships where fair_id = ${fairId} order by account_id for update`
}
