import { z } from 'zod'
import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import { requireAccount } from '#server/services/access/requireAccount'
import { requireStanding } from '#server/services/access/standing'
import { takeFromLimit } from '#server/services/access/takeFromLimit'
import { newToken, tokenHash } from '#server/services/accounts/tokens'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { Actor } from '#shared/access/roles'
import { type FairId, newId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { type StarOpInput, starOpsSchema } from '#shared/stars/starOps'
import { FEED_TOKEN, lockAccountList, lockBrowserList, type StarListId } from './starList'
import { writeStars } from './writeStars'

/** A whole fair may be behind one address. */
const LISTS_PER_ADDRESS = { hits: 300, windowSeconds: 3600 }

export interface OpenFeedInput {
  fairId: FairId
  /** Stars that a browser has kept; an account's are here already. */
  ops?: readonly StarOpInput[]
  /** Network address of whoever asks. */
  address: string
}

/** The secret part of a calendar feed's address: of the account's list, or of a new one that belongs to this browser. */
export const openFeed =
  (deps: Deps) =>
  async (actor: Actor, { fairId, ops = [], address }: OpenFeedInput): Promise<{ token: string }> => {
    const { sql } = deps
    await requireStanding(sql, actor, { id: fairId }, 'fair:view')
    const { accountId } = actor
    if (accountId !== null) {
      return await sql.begin(async (tx) => {
        const list = await lockAccountList(deps, tx, fairId, accountId)
        return { token: list.token ?? (await giveToken(deps, tx, list.id)) }
      })
    }
    const now = deps.clock.now()
    const key = `star-list:${tokenHash(deps, address).toString('base64url')}`
    await takeFromLimit(sql, now, { key, ...LISTS_PER_ADDRESS })
    const talks = (await readLatestRelease(deps, fairId))?.programme.talks
    const known = parseOrInvalid(starOpsSchema, ops).filter(({ talkId }) => talks?.has(talkId))
    return await sql.begin(async (tx) => {
      const id = newId<StarListId>(deps.randomBytes)
      const token = newToken(deps)
      await tx`insert into star_lists (id, fair_id, feed_token, created_at, changed_at)
        values (${id}, ${fairId}, ${token}, ${now}, ${now})`
      await writeStars(tx, id, known, now)
      return { token }
    })
  }

const heldSchema = z.object({ token: z.string().regex(FEED_TOKEN).optional() })

export interface HeldFeed {
  fairId: FairId
  /** Of a browser's list; left out: the account's. */
  token?: string | undefined
}

/** Another address for the same calendar; the old one stops at once. Errors: NOT_FOUND, NOT_SIGNED_IN. */
export const renewFeed =
  (deps: Deps) =>
  async (actor: Actor, { fairId, ...input }: HeldFeed): Promise<{ token: string }> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:view')
    const { token } = parseOrInvalid(heldSchema, input)
    return await deps.sql.begin(async (tx) => {
      const listId = await lockHeld(deps, tx, actor, fairId, token)
      await forgetAliases(tx, listId)
      return { token: await giveToken(deps, tx, listId) }
    })
  }

/** Ends the feed. What belongs to nobody but a browser is deleted with it; the browser has its own copy. */
export const closeFeed =
  (deps: Deps) =>
  async (actor: Actor, { fairId, ...input }: HeldFeed): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:view')
    const { token } = parseOrInvalid(heldSchema, input)
    await deps.sql.begin(async (tx) => {
      const listId = await lockHeld(deps, tx, actor, fairId, token)
      await forgetAliases(tx, listId)
      if (token === undefined) await tx`update star_lists set feed_token = null where id = ${listId}`
      else await tx`delete from star_lists where id = ${listId}`
    })
  }

const lockHeld = async (deps: Deps, tx: Tx, actor: Actor, fairId: FairId, token: string | undefined) =>
  token === undefined
    ? (await lockAccountList(deps, tx, fairId, requireAccount(actor))).id
    : await lockBrowserList(tx, fairId, token)

async function giveToken(deps: Deps, tx: Tx, listId: StarListId): Promise<string> {
  const token = newToken(deps)
  await tx`update star_lists set feed_token = ${token} where id = ${listId}`
  return token
}

/** Addresses from before signing in lead here too: they stop with it. */
const forgetAliases = (tx: Tx, listId: StarListId) => tx`delete from star_lists where merged_into = ${listId}`
