import type { Tx } from '#server/db/client'

/** At most so many rows are replayed to reach any moment. Measured in docs/performance.md, "Time machine". */
export const CHECKPOINT_ROWS = 2000

/** Keeps a snapshot for the history too, unless there is a checkpoint not far before it. */
export const keepAsCheckpoint = (
  tx: Tx,
  fairId: string,
  { position, state }: { position: number; state: Uint8Array },
) => tx`
  insert into document_checkpoints (fair_id, position, state)
  select ${fairId}, ${position}, ${state}
  where ${position} >= ${CHECKPOINT_ROWS} and not exists (select from document_checkpoints
    where fair_id = ${fairId} and position > ${position - CHECKPOINT_ROWS} and position <= ${position})
  on conflict do nothing`
