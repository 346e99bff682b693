import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import { type ReleaseContent, readHistory, readReleaseContent } from '#shared/exchange/releaseContent'
import type { FairId } from '#shared/kernel/ids'
import { type ReleasedPlan, releasedBooths } from '#shared/plan/release'
import { releasedProgramme } from '#shared/programme/release'

/** Decoded releases kept in memory; one of 500 booths takes about 1 MB. */
const MAX_KEPT = 32
const kept = new WeakMap<Deps, Map<string, ReleasedPlan>>()

/**
 * The fair's latest release that was not withdrawn, decoded; null before the first. Which number that is, is asked of the
 * database each time (one index look-up), so that no process ever serves an old one; its content never changes and is kept.
 * Within a transaction hand `tx` in.
 */
export async function readLatestRelease(
  deps: Deps,
  fairId: FairId,
  sql: Queryable = deps.sql,
): Promise<ReleasedPlan | null> {
  const [latest] = await sql<{ number: number }[]>`
    select number from releases where fair_id = ${fairId} and withdrawn_at is null order by number desc limit 1`
  if (!latest) return null
  const cache = kept.get(deps) ?? new Map<string, ReleasedPlan>()
  kept.set(deps, cache)
  const key = `${fairId}/${latest.number}`
  const found = cache.get(key) ?? (await decode(sql, fairId, latest.number))
  // Moved to the end: the one that was not asked for longest goes first.
  cache.delete(key)
  cache.set(key, found)
  const [oldest] = cache.keys()
  if (cache.size > MAX_KEPT && oldest !== undefined) cache.delete(oldest)
  return found
}

async function decode(sql: Queryable, fairId: FairId, number: number): Promise<ReleasedPlan> {
  const [row] = await sql<{ note: string; published_at: Date; content: ReleaseContent }[]>`
    select note, published_at, content from releases where fair_id = ${fairId} and number = ${number}`
  if (!row) throw new Error(`release ${number} of fair ${fairId} has gone`)
  const plan = readReleaseContent(row.content)
  return {
    number,
    note: row.note,
    publishedAt: row.published_at,
    plan,
    booths: releasedBooths(plan),
    programme: releasedProgramme(plan, readHistory(row.content)),
  }
}
