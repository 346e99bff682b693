import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import { slotSchema } from '#shared/document/schedule'
import type { FairId, StageId, TalkId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import type { ReleasedPlan } from '#shared/plan/release'

/** Where and when a talk was until a later release. */
export interface FormerSlot {
  /** When that release came, in milliseconds since 1970. */
  until: number
  stageId: StageId
  /** In that release's words: the stage may have gone since. */
  stage: LocalText | null
  start: number
}

export interface ProgrammePast {
  /** By talk, the oldest first; only where stage or start have changed. */
  former: ReadonlyMap<TalkId, readonly FormerSlot[]>
  /** Talks that earlier releases had and this one has no more, with their last title. */
  gone: ReadonlyMap<TalkId, LocalText>
}

/** Nobody waited longer for news of a move than this many releases. */
const RELEASES_BACK = 20
const MAX_KEPT = 16
const kept = new WeakMap<Deps, Map<string, Promise<ProgrammePast>>>()

/** What earlier releases said that this one no longer does. Worked out once for each release. */
export function programmePast(deps: Deps, fairId: FairId, release: ReleasedPlan): Promise<ProgrammePast> {
  const cache = kept.get(deps) ?? new Map<string, Promise<ProgrammePast>>()
  kept.set(deps, cache)
  const key = `${fairId}/${release.number}`
  const found = cache.get(key)
  if (found) return found
  const fresh = read(deps.sql, fairId, release)
  cache.set(key, fresh)
  fresh.catch(() => cache.delete(key))
  const [oldest] = cache.keys()
  if (cache.size > MAX_KEPT && oldest !== undefined) cache.delete(oldest)
  return fresh
}

interface TalkRow {
  id: TalkId
  at: Date
  title: LocalText
  slot: unknown
  stage: LocalText | null
}

async function read(sql: Queryable, fairId: FairId, { number, programme }: ReleasedPlan): Promise<ProgrammePast> {
  const { talks, history } = programme
  const changed = [...talks.keys()].filter((id) => (history.get(id)?.sequence ?? 0) > 0)
  const rows = await sql<TalkRow[]>`
    select t.key as id, r.published_at as at, t.value -> 'title' as title, t.value -> 'slot' as slot,
      r.content -> 'plan' -> 'stages' -> (t.value -> 'slot' ->> 0) -> 'name' as stage
    from (select * from releases where fair_id = ${fairId} and withdrawn_at is null and number <= ${number}
      order by number desc limit ${RELEASES_BACK}) r
    cross join lateral jsonb_each(r.content -> 'plan' -> 'talks') t
    where t.key = any(${changed}) or t.key <> all(${[...talks.keys()]})
    order by r.number`
  const past = { former: new Map<TalkId, FormerSlot[]>(), gone: new Map<TalkId, LocalText>() }
  const last = new Map<TalkId, TalkRow>()
  for (const row of rows) {
    const before = last.get(row.id)
    last.set(row.id, row)
    if (!talks.has(row.id)) past.gone.set(row.id, row.title)
    else if (before && !samePlace(before.slot, row.slot)) {
      const slot = slotSchema.safeParse(before.slot)
      if (!slot.success) continue
      const [stageId, start] = slot.data
      const former = past.former.get(row.id) ?? []
      former.push({ until: row.at.getTime(), stageId, stage: before.stage, start })
      past.former.set(row.id, former)
    }
  }
  return past
}

/** A longer or shorter talk has not moved. */
function samePlace(a: unknown, b: unknown): boolean {
  const place = (slot: unknown) => (Array.isArray(slot) ? `${slot[0]} ${slot[1]}` : '')
  return place(a) === place(b)
}
