import * as Y from 'yjs'
import type { Queryable, Sql } from '#server/db/client'
import type { FairDocument } from '#shared/document/fairDocument'
import { type Moment, readMoment } from '#shared/history/moment'
import type { FairId } from '#shared/kernel/ids'
import { loadDocument } from '../documents/loadDocument'
import { programmeDayOf, readPast } from './restoring'

/**
 * What a restore stands on, read before the fair is locked: while it is, nobody's edits are stored, in other fairs' rooms
 * neither, since they go to the log together.
 */
export interface RestoreGround {
  /** The draft up to a position of the log. */
  doc: FairDocument
  position: number
  past: Moment
  /** The draft that whoever restores was shown; null: any will do. */
  seen: { position: number; moment: Moment } | null
  dayOf: (minute: number) => string
}

/** The caller destroys `doc`. */
export async function prepareGround(
  sql: Sql,
  { fairId, position, latestSeen }: { fairId: FairId; position: number; latestSeen: number | undefined },
): Promise<RestoreGround> {
  const past = await readPast(sql, fairId, position)
  const dayOf = await programmeDayOf(sql, fairId)
  const draft = await loadDocument(sql, fairId)
  const shown = latestSeen === draft.position ? readMoment(draft.doc) : null
  if (latestSeen === undefined) return { ...draft, past, dayOf, seen: null }
  const moment = shown ?? (await readPast(sql, fairId, latestSeen))
  return { ...draft, past, dayOf, seen: { position: latestSeen, moment } }
}

/** Brings the draft up to where the log is by now, which is not far. */
export async function followLog(sql: Queryable, fairId: FairId, ground: RestoreGround): Promise<Moment> {
  const rows = await sql<{ position: number; bytes: Uint8Array }[]>`
    select position, update_bytes as bytes from document_log
    where fair_id = ${fairId} and position > ${ground.position} order by position`
  ground.doc.transact(() => {
    for (const row of rows) Y.applyUpdate(ground.doc, row.bytes)
  })
  ground.position = rows.at(-1)?.position ?? ground.position
  return ground.seen?.position === ground.position ? ground.seen.moment : readMoment(ground.doc)
}
