import { z } from 'zod'
import type { Deps } from '#server/deps'
import { requireAccount } from '#server/services/access/requireAccount'
import { requireStanding } from '#server/services/access/standing'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { Actor } from '#shared/access/roles'
import type { FairId, TalkId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { type StarOpInput, starOpsSchema } from '#shared/stars/starOps'
import { FEED_TOKEN, lockList, talkIdsOf } from './starList'
import { writeStars } from './writeStars'

const schema = z.object({ ops: starOpsSchema, token: z.string().regex(FEED_TOKEN).optional() })

export interface ChangeStarsInput {
  fairId: FairId
  ops: readonly StarOpInput[]
  /** Of a browser's list that was put on the server; left out: the account's own list. */
  token?: string | undefined
}

/**
 * Stars talks and takes stars back, each for itself: for each talk the last word of all devices wins, and a second time nothing
 * happens. Talks that no visitor sees are passed over. Returns what is starred now. Errors: NOT_SIGNED_IN, NOT_FOUND, INVALID.
 */
export const changeStars =
  (deps: Deps) =>
  async (actor: Actor, { fairId, ...input }: ChangeStarsInput): Promise<TalkId[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:view')
    const { ops, token } = parseOrInvalid(schema, input)
    const owner = token === undefined ? { accountId: requireAccount(actor) } : { token }
    const talks = (await readLatestRelease(deps, fairId))?.programme.talks
    const known = ops.filter(({ talkId, starred }) => !starred || talks?.has(talkId))
    return await deps.sql.begin(async (tx) => {
      const listId = await lockList(deps, tx, fairId, owner)
      await writeStars(tx, listId, known, deps.clock.now())
      return await talkIdsOf(tx, listId)
    })
  }
