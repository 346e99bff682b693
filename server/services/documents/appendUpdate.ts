import type { Tx } from '#server/db/client'
import { notify } from '#server/db/notify'
import type { RestoreNote } from '#shared/history/types'
import type { FairId } from '#shared/kernel/ids'
import type { Repair } from '#shared/protocol/sync'

export interface NewUpdate {
  fairId: FairId
  bytes: Uint8Array
  /** Null: the server itself. */
  accountId: string | null
  /** What this update puts back that may not go; told to whoever is connected. */
  repairs?: readonly Repair[]
  /** What kind of edit it is, for the history. */
  note?: RestoreNote
}

/**
 * Writes one update to a fair's log, for services; editors' updates come in batches through server/sync.
 * The position is given under the fair's row lock, so nobody who reads by position can skip one. Returns the position.
 */
export async function appendUpdate(tx: Tx, { fairId, bytes, accountId, repairs, note }: NewUpdate): Promise<number> {
  const [fair] = await tx<{ log_position: number }[]>`
    update fairs set log_position = log_position + 1 where id = ${fairId} returning log_position`
  if (!fair) throw new Error(`no fair ${fairId}`)
  await tx`insert into document_log (fair_id, position, update_bytes, account_id, repairs, note)
    values (${fairId}, ${fair.log_position}, ${bytes}, ${accountId}, ${repairs ? tx.json(repairs as never) : null},
      ${note ? tx.json(note as never) : null})`
  await notify(tx, 'fair_log', { fairId, position: fair.log_position, source: '' })
  return fair.log_position
}
