import type { Queryable } from '#server/db/client'
import type { FairId } from '#shared/kernel/ids'

export async function fairTimeZone(sql: Queryable, fairId: FairId): Promise<string> {
  const [fair] = await sql<{ timeZone: string }[]>`select time_zone as "timeZone" from fairs where id = ${fairId}`
  if (!fair) throw new Error(`no fair ${fairId}`)
  return fair.timeZone
}
