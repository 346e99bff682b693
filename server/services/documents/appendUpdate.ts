import type { Tx } from '#server/db/client'
import { notify } from '#server/db/notify'
import type { FairId } from '#shared/kernel/ids'

export interface NewUpdate {
  fairId: FairId
  bytes: Uint8Array
  /** Null: the server itself. */
  accountId: string | null
}

/**
 * Writes one update to a fair's log, for services; editors' updates come in batches through server/sync.
 * The position is given under the fair's row lock, so nobody who reads by position can skip one. Returns the position.
 */
export async function appendUpdate(tx: Tx, { fairId, bytes, accountId }: NewUpdate): Promise<number> {
  const [fair] = await tx<{ log_position: number }[]>`
    update fairs set log_position = log_position + 1 where id = ${fairId} returning log_position`
  if (!fair) throw new Error(`no fair ${fairId}`)
  await tx`insert into document_log (fair_id, position, update_bytes, account_id)
    values (${fairId}, ${fair.log_position}, ${bytes}, ${accountId})`
  await notify(tx, 'fair_log', { fairId, position: fair.log_position, source: '' })
  return fair.log_position
}
