import type { Tx } from '#server/db/client'
import type { TalkId } from '#shared/kernel/ids'
import { type StarOp, type StarTimes, starChanges } from '#shared/stars/starOps'
import type { StarListId } from './starList'

interface TimeRow {
  talkId: TalkId
  at: Date
}

/** Carries the operations out on a list that is locked; doing them again changes nothing. */
export async function writeStars(tx: Tx, listId: StarListId, ops: readonly StarOp[], now: Date): Promise<void> {
  const { star, unstar } = starChanges(await readTimes(tx, listId), ops, now.getTime())
  const moved = [...star.keys(), ...unstar.keys()]
  if (moved.length === 0) return
  await tx`delete from stars where list_id = ${listId} and talk_id = any(${moved})`
  await tx`delete from unstars where list_id = ${listId} and talk_id = any(${moved})`
  if (star.size > 0) await tx`insert into stars ${tx(rowsOf(listId, star))}`
  if (unstar.size > 0) await tx`insert into unstars ${tx(rowsOf(listId, unstar))}`
  await tx`update star_lists set changed_at = ${now} where id = ${listId}`
}

const rowsOf = (listId: StarListId, times: ReadonlyMap<TalkId, number>) =>
  [...times].map(([talkId, at]) => ({ list_id: listId, talk_id: talkId, created_at: new Date(at) }))

async function readTimes(tx: Tx, listId: StarListId): Promise<StarTimes> {
  const starred = await tx<TimeRow[]>`
    select talk_id as "talkId", created_at as at from stars where list_id = ${listId}`
  const unstarred = await tx<TimeRow[]>`
    select talk_id as "talkId", created_at as at from unstars where list_id = ${listId}`
  const byTalk = (rows: TimeRow[]) => new Map(rows.map(({ talkId, at }) => [talkId, at.getTime()]))
  return { starred: byTalk(starred), unstarred: byTalk(unstarred) }
}
