import type { Queryable, Tx } from '#server/db/client'
import type { FairId, TalkId } from '#shared/kernel/ids'
import type { HighestSequences, TalkHistory } from '#shared/programme/release'

/** What every talk of the fair counted up to, in whatever release. */
export async function readHighestSequences(sql: Queryable, fairId: FairId): Promise<HighestSequences> {
  const rows = await sql<{ id: TalkId; sequence: number }[]>`
    select talk_id as id, sequence from talk_history where fair_id = ${fairId}`
  return new Map(rows.map(({ id, sequence }) => [id, sequence]))
}

export async function writeHighestSequences(
  tx: Tx,
  fairId: FairId,
  history: ReadonlyMap<TalkId, TalkHistory>,
): Promise<void> {
  await tx`
    insert into talk_history (fair_id, talk_id, sequence)
    select ${fairId}, talk_id, sequence
    from unnest(${[...history.keys()]}::text[], ${[...history.values()].map((one) => one.sequence)}::bigint[])
      as counted (talk_id, sequence)
    on conflict (fair_id, talk_id) do update set sequence = greatest(talk_history.sequence, excluded.sequence)`
}
