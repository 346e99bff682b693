import { emptyPlan } from '#shared/document/plan'
import {
  type Booth,
  decodeRecord,
  PLACED_KINDS,
  type Plan,
  RECORD_KINDS,
  type RecordOf,
} from '#shared/document/records'
import { type PlanJson, planToJson } from './planJson'

/** What a release freezes, as stored. The programme will stand beside the plan. */
export interface ReleaseContent {
  plan: PlanJson
}

/**
 * The plan as it can be published: without removed booths, without what lies in a hall that is no more,
 * and with no booth in a sector that is no more.
 */
export function freezePlan(plan: Plan): ReleaseContent {
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
  return { plan: planToJson(frozen) }
}

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
