import { z } from 'zod'
import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import { requireAccount } from '#server/services/access/requireAccount'
import { requireStanding } from '#server/services/access/standing'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { Actor } from '#shared/access/roles'
import type { FairId, TalkId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { type StarOpInput, starOpsSchema } from '#shared/stars/starOps'
import { FEED_TOKEN, lockAccountList, type StarListId, talkIdsOf } from './starList'
import { writeStars } from './writeStars'

const schema = z.object({ ops: starOpsSchema, token: z.string().regex(FEED_TOKEN).optional() })

export interface AdoptStarsInput {
  fairId: FairId
  ops: readonly StarOpInput[]
  /** Of the browser's list on the server, if it has one. */
  token?: string | undefined
}

/**
 * At signing in: what the browser had starred is the account's from now on, beside what the account had already. A calendar that
 * follows the browser's list goes on under its address. Doing it again changes nothing. Errors: NOT_SIGNED_IN, NOT_FOUND, INVALID.
 */
export const adoptStars =
  (deps: Deps) =>
  async (actor: Actor, { fairId, ...input }: AdoptStarsInput): Promise<TalkId[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:view')
    const accountId = requireAccount(actor)
    const { ops, token } = parseOrInvalid(schema, input)
    const talks = (await readLatestRelease(deps, fairId))?.programme.talks
    return await deps.sql.begin(async (tx) => {
      const list = await lockAccountList(deps, tx, fairId, accountId)
      const had = new Set(await talkIdsOf(tx, list.id))
      const followed = token === undefined ? null : await findFollowed(tx, fairId, token)
      const theirs = followed ? await talkIdsOf(tx, followed) : []
      const wanted = new Set([...ops.filter(({ starred }) => starred).map(({ talkId }) => talkId), ...theirs])
      const stars = [...wanted].filter((talkId) => !had.has(talkId) && talks?.has(talkId))
      // As of now: whoever signs in with a star wants it, though another device took it back before.
      await writeStars(
        tx,
        list.id,
        stars.map((talkId) => ({ talkId, starred: true, ago: 0 })),
        deps.clock.now(),
      )
      if (followed && token !== undefined) await takeOver(tx, list, followed, token)
      return await talkIdsOf(tx, list.id)
    })
  }

async function findFollowed(tx: Tx, fairId: FairId, token: string): Promise<StarListId | null> {
  const [list] = await tx<{ id: StarListId }[]>`
    select id from star_lists where fair_id = ${fairId} and feed_token = ${token} and account_id is null
      and merged_into is null for update`
  return list?.id ?? null
}

/** The account's list takes the address where it has none; otherwise the old address leads to it. */
async function takeOver(
  tx: Tx,
  list: { id: StarListId; token: string | null },
  followed: StarListId,
  token: string,
): Promise<void> {
  if (list.token === null) {
    await tx`delete from star_lists where id = ${followed}`
    await tx`update star_lists set feed_token = ${token} where id = ${list.id}`
  } else {
    await tx`update star_lists set merged_into = ${list.id} where id = ${followed}`
    await tx`delete from stars where list_id = ${followed}`
  }
}
