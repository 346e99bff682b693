import type { Queryable, Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import { AppError } from '#shared/kernel/errors'
import { type AccountId, type Brand, type FairId, newId, type TalkId } from '#shared/kernel/ids'

export type StarListId = Brand<string, 'StarListId'>

/** A token as `newToken` makes them: 256 bits, safe in an address. */
export const FEED_TOKEN = /^[A-Za-z0-9_-]{43}$/

/** Whose list: an account's, or that of a browser that knows its token. */
export type ListOwner = { accountId: AccountId } | { token: string }

export const talkIdsOf = async (sql: Queryable, listId: StarListId): Promise<TalkId[]> =>
  (
    await sql<{ talkId: TalkId }[]>`
      select talk_id as "talkId" from stars where list_id = ${listId} order by created_at, talk_id`
  ).map(({ talkId }) => talkId)

export async function findAccountList(
  sql: Queryable,
  fairId: FairId,
  accountId: AccountId,
): Promise<{ id: StarListId; token: string | null } | null> {
  const [list] = await sql<{ id: StarListId; token: string | null }[]>`
    select id, feed_token as token from star_lists where fair_id = ${fairId} and account_id = ${accountId}`
  return list ?? null
}

/** The account's list of the fair, locked; made where there is none. */
export async function lockAccountList(
  deps: Deps,
  tx: Tx,
  fairId: FairId,
  accountId: AccountId,
): Promise<{ id: StarListId; token: string | null }> {
  const at = deps.clock.now()
  await tx`insert into star_lists (id, fair_id, account_id, created_at, changed_at)
    values (${newId<StarListId>(deps.randomBytes)}, ${fairId}, ${accountId}, ${at}, ${at})
    on conflict (fair_id, account_id) do nothing`
  const [list] = await tx<{ id: StarListId; token: string | null }[]>`
    select id, feed_token as token from star_lists where fair_id = ${fairId} and account_id = ${accountId} for update`
  if (!list) throw new Error('the list just made is not there')
  return list
}

/** A list that belongs to a browser, locked. Errors: NOT_FOUND, also once it has become an account's. */
export async function lockBrowserList(tx: Tx, fairId: FairId, token: string): Promise<StarListId> {
  const [list] = await tx<{ id: StarListId }[]>`
    select id from star_lists
    where fair_id = ${fairId} and feed_token = ${token} and account_id is null and merged_into is null for update`
  if (!list) throw new AppError('NOT_FOUND', { detail: 'no list of a browser has this token' })
  return list.id
}

export const lockList = async (deps: Deps, tx: Tx, fairId: FairId, owner: ListOwner): Promise<StarListId> =>
  'token' in owner
    ? await lockBrowserList(tx, fairId, owner.token)
    : (await lockAccountList(deps, tx, fairId, owner.accountId)).id
