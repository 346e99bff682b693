import type { Queryable } from '#server/db/client'
import type { Author } from '#shared/history/types'

/** Finds who they are, once for all of a page. */
export async function readAuthors(
  sql: Queryable,
  accountIds: Iterable<string | null>,
): Promise<(accountId: string | null) => Author | null> {
  const ids = [...new Set(accountIds)].filter((id) => id !== null)
  const rows = await sql<{ id: string; name: string }[]>`select id, name from accounts where id = any(${ids})`
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (accountId) => (accountId === null ? null : { accountId, name: names.get(accountId) ?? null })
}
