import type { Tx } from '#server/db/client'

/** First key of our two-part advisory locks for projecting; any number will do. */
const PROJECTION = 2027

/**
 * Held to the end of the transaction by whoever makes a fair's rows follow its document: one at a time, in any process.
 * Taken before any row is locked.
 */
export async function lockProjection(tx: Tx, fairIds: readonly string[]): Promise<void> {
  await tx`select pg_advisory_xact_lock(${PROJECTION}, key)
    from (select distinct hashtext(id) as key from unnest(${[...fairIds]}::text[]) as id order by key) as keys`
}
