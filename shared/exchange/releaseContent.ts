import { emptyPlan } from '#shared/document/plan'
import {
  type Booth,
  decodeRecord,
  PLACED_KINDS,
  type Plan,
  RECORD_KINDS,
  type RecordOf,
} from '#shared/document/records'
import type { TalkId } from '#shared/kernel/ids'
import {
  type HighestSequences,
  nextHistory,
  publicTalks,
  type ReleasedProgramme,
  type TalkHistory,
} from '#shared/programme/release'
import { type PlanJson, planToJson } from './planJson'

/** What a release freezes, as stored: plan and programme of one moment. Talks are records beside the booths. */
export interface ReleaseContent {
  plan: PlanJson
  /**
   * By talk: how often it has changed since it was first published, and when last (ISO); also of talks that went with this
   * release. Absent in the oldest releases.
   */
  history?: Record<string, { sequence: number; changedAt: string }>
}

/**
 * Plan and programme as they can be published: without removed booths, without what lies in a hall that is no more,
 * with no booth in a sector that is no more, with the talks that are confirmed or were announced and are cancelled.
 */
export function freezeRelease(
  plan: Plan,
  previous: ReleasedProgramme,
  at: Date,
  highest?: HighestSequences,
): ReleaseContent {
  const frozen = emptyPlan()
  for (const kind of RECORD_KINDS) {
    const records = frozen[kind] as Map<string, RecordOf[typeof kind]>
    for (const [id, record] of plan[kind]) records.set(id, record)
  }
  for (const kind of PLACED_KINDS) {
    const records = frozen[kind] as Map<string, RecordOf[typeof kind]>
    for (const [id, record] of records) if (!plan.halls.has(record.hallId)) records.delete(id)
  }
  const booths = frozen.booths as Map<string, Booth>
  for (const [id, booth] of booths) {
    if (booth.sectorId !== null && !plan.sectors.has(booth.sectorId)) booths.set(id, { ...booth, sectorId: null })
  }
  const talks = publicTalks(plan, previous)
  return {
    plan: planToJson({ ...frozen, talks, waivers: new Map() }),
    history: historyToJson(nextHistory(talks, previous, at, highest)),
  }
}

export const historyToJson = (history: ReadonlyMap<TalkId, TalkHistory>): NonNullable<ReleaseContent['history']> =>
  Object.fromEntries(
    [...history].map(([id, { sequence, changedAt }]) => [id, { sequence, changedAt: changedAt.toISOString() }]),
  )

/** How often each talk has changed, of a stored release. */
export const readHistory = (content: ReleaseContent): Map<TalkId, TalkHistory> =>
  new Map(
    Object.entries(content.history ?? {}).map(([id, { sequence, changedAt }]) => [
      id as TalkId,
      { sequence, changedAt: new Date(changedAt) },
    ]),
  )

/** Reads a stored release. Whatever a later version can no longer read is left out: the rest stays visible. */
export function readReleaseContent(content: ReleaseContent): Plan {
  const plan = emptyPlan()
  for (const kind of RECORD_KINDS) {
    for (const [id, fields] of Object.entries(content.plan[kind] ?? {})) {
      const decoded = decodeRecord(kind, id, fields)
      if (decoded.ok) (plan[kind] as Map<string, RecordOf[typeof kind]>).set(id, decoded.record)
    }
  }
  return plan
}
