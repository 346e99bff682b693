import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import { type ReleaseContent, readHistory, readReleaseContent } from '#shared/exchange/releaseContent'
import type { FairId } from '#shared/kernel/ids'
import { type ReleasedPlan, releasedBooths } from '#shared/plan/release'
import { releasedProgramme } from '#shared/programme/release'

/** Decoded releases kept in memory; one of 500 booths takes about 1 MB. */
const MAX_KEPT = 32
const kept = new WeakMap<Deps, Map<string, ReleasedPlan>>()

export interface ReleaseKey {
  number: number
  /** How often a withdrawal brought it back, whereupon its talks count on: the one thing about a release that ever changes. */
  restored: number
}

/** A release, withdrawn or not; null when there is none of that number. */
export async function readRelease(
  deps: Deps,
  fairId: FairId,
  number: number,
  sql: Queryable = deps.sql,
): Promise<ReleasedPlan | null> {
  const [key] = await sql<ReleaseKey[]>`
    select number, restored from releases where fair_id = ${fairId} and number = ${number}`
  return key ? await keptRelease(deps, fairId, key, sql) : null
}

/** The release from memory, or decoded and kept. Shared between requests: do not change it. */
export async function keptRelease(
  deps: Deps,
  fairId: FairId,
  { number, restored }: ReleaseKey,
  sql: Queryable,
): Promise<ReleasedPlan> {
  const cache = kept.get(deps) ?? new Map<string, ReleasedPlan>()
  kept.set(deps, cache)
  const key = `${fairId}/${number}/${restored}`
  const found = cache.get(key) ?? (await decodeRelease(sql, fairId, number))
  // Moved to the end: the one that was not asked for longest goes first.
  cache.delete(key)
  cache.set(key, found)
  const [oldest] = cache.keys()
  if (cache.size > MAX_KEPT && oldest !== undefined) cache.delete(oldest)
  return found
}

/** As it is stored now, without a look at what is kept, and without keeping it. */
export async function decodeRelease(sql: Queryable, fairId: FairId, number: number): Promise<ReleasedPlan> {
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
