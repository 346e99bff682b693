import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import { writeBoothRows } from './boothRows'
import { createDecodedDocuments, type DecodedDocument, type DecodedDocuments } from './decodedDocuments'
import { lockProjection } from './projectionLock'
import { repairClaimed } from './repairClaimed'
import { writeTalkRows } from './talkRows'

/** As many fairs as one transaction takes at once. */
const BATCH = 100

/**
 * Brings the fair's rows of booths and talks up to where its log is now, and puts back what is claimed and may not go.
 * Call it outside of any transaction of yours, before you lock a row.
 */
export const projectFair = (deps: Deps, documents: DecodedDocuments = createDecodedDocuments()) => {
  const project = projectFairs(deps, documents)
  return (fairId: string): Promise<void> => project([fairId])
}

/** The same for many fairs at the price of a few. A fair that cannot be done does not keep the others from it. */
export const projectFairs =
  (deps: Deps, documents: DecodedDocuments) =>
  async (fairIds: readonly string[]): Promise<void> => {
    const behind = await deps.sql<{ id: string }[]>`
      select id from fairs where id = any(${[...fairIds]}) and projected_position < log_position order by id`
    for (let at = 0; at < behind.length; at += BATCH) {
      const batch = behind.slice(at, at + BATCH).map((fair) => fair.id)
      try {
        await projectBatch(deps, documents, batch)
      } catch (error) {
        if (batch.length === 1) throw error
        const alone = await Promise.allSettled(batch.map((id) => projectBatch(deps, documents, [id])))
        const failed = alone.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
        if (failed.length > 0) throw new AggregateError(failed, `${failed.length} fairs could not be projected`)
      }
    }
  }

const projectBatch = (deps: Deps, documents: DecodedDocuments, fairIds: string[]): Promise<void> =>
  documents.exclusive(async () => {
    try {
      await deps.sql.begin((tx) => projectLocked(deps, tx, documents, fairIds))
    } catch (error) {
      for (const id of fairIds) documents.drop(id)
      throw error
    }
  })

async function projectLocked(deps: Deps, tx: Tx, documents: DecodedDocuments, fairIds: string[]): Promise<void> {
  await lockProjection(tx, fairIds)
  const decoded = await documents.bring(tx, fairIds)
  const fallen = await writeBoothRows(tx, decoded)
  const repaired = await repairClaimed(deps, tx, decoded, fallen)
  if (repaired.size > 0) await writeBoothRows(tx, repaired)
  await writeTalkRows(tx, decoded)
  await writePositions(tx, decoded)
  for (const one of decoded.values()) {
    // An empty set would be given a new table all the same.
    if (one.wholly.size > 0) one.wholly.clear()
    for (const ids of Object.values(one.touched)) if (ids.size > 0) ids.clear()
  }
}

const writePositions = (tx: Tx, decoded: ReadonlyMap<string, DecodedDocument>) => tx`
  with reached as materialized (
    select f.id, r.position from fairs f
    join unnest(${[...decoded.keys()]}::text[], ${[...decoded.values()].map((one) => one.position)}::bigint[])
      as r (id, position) on r.id = f.id
    order by f.id for no key update of f)
  update fairs f set projected_position = reached.position from reached
  where f.id = reached.id and f.projected_position < reached.position`
