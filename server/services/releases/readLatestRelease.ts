import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import type { FairId } from '#shared/kernel/ids'
import type { ReleasedPlan } from '#shared/plan/release'
import { keptRelease, type ReleaseKey } from './readRelease'

/**
 * The fair's latest release that was not withdrawn, decoded; null before the first. Which one that is, is asked of the
 * database each time (one index look-up), so that no process ever serves an old one; its content is kept.
 * Within a transaction hand `tx` in.
 */
export async function readLatestRelease(
  deps: Deps,
  fairId: FairId,
  sql: Queryable = deps.sql,
): Promise<ReleasedPlan | null> {
  const [latest] = await sql<ReleaseKey[]>`
    select number, restored from releases where fair_id = ${fairId} and withdrawn_at is null
    order by number desc limit 1`
  return latest ? await keptRelease(deps, fairId, latest, sql) : null
}
