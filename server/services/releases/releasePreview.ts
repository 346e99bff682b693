import type { Queryable } from '#server/db/client'
import { storableJson } from '#server/db/storableJson'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { loadPlan } from '#server/services/documents/loadDocument'
import type { Actor } from '#shared/access/roles'
import { emptyPlan } from '#shared/document/plan'
import type { MalformedRecord, Plan } from '#shared/document/records'
import { freezeRelease, type ReleaseContent, readReleaseContent } from '#shared/exchange/releaseContent'
import type { FairId } from '#shared/kernel/ids'
import { checkPlan } from '#shared/plan/checks/planChecker'
import type { Problem } from '#shared/plan/checks/types'
import { type PlanDiff, planDiff } from '#shared/plan/queries/planDiff'
import type { ReleasedPlan } from '#shared/plan/release'
import { NO_PROGRAMME } from '#shared/programme/release'
import { type AffectedExhibitor, affectedExhibitors } from './affectedExhibitors'
import { readLatestRelease } from './readLatestRelease'

export interface ReleasePreview {
  /** To be handed to publishRelease: what was looked at. */
  position: number
  nextNumber: number
  /** The release that visitors see now; null: none. */
  previous: { number: number; publishedAt: Date; note: string } | null
  diff: PlanDiff
  problems: readonly Problem[]
  /** Records that no reader understands: they are not published. */
  malformed: MalformedRecord[]
  affected: AffectedExhibitor[]
  boothCount: number
  /** The plan as it would be published. */
  plan: Plan
}

/** What publishing now would change, for whom, and what is still wrong. */
export const releasePreview =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<ReleasePreview> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'release:publish')
    const candidate = await readCandidate(deps, deps.sql, fairId)
    const { previous, content: _content, ...preview } = candidate
    return {
      ...preview,
      previous: previous && { number: previous.number, publishedAt: previous.publishedAt, note: previous.note },
    }
  }

export interface Candidate extends Omit<ReleasePreview, 'previous'> {
  previous: ReleasedPlan | null
  content: ReleaseContent
}

/** The draft as the next release; inside publishing's transaction as well as for the preview. */
export async function readCandidate(deps: Deps, sql: Queryable, fairId: FairId): Promise<Candidate> {
  const { plan: draft, malformed, position } = await loadPlan(sql, fairId)
  const previous = await readLatestRelease(deps, fairId, sql)
  // As it will be stored, so that what is looked at, told and compared is what is published.
  const content = storableJson(freezeRelease(draft, previous?.programme ?? NO_PROGRAMME, deps.clock.now()))
  const plan = readReleaseContent(content)
  const diff = planDiff(previous?.plan ?? emptyPlan(), plan)
  const [last] = await sql<{ number: number | null }[]>`
    select max(number) as number from releases where fair_id = ${fairId}`
  return {
    position,
    nextNumber: (last?.number ?? 0) + 1,
    previous,
    content,
    plan,
    diff,
    problems: checkPlan(plan),
    malformed,
    affected: await affectedExhibitors(sql, fairId, diff),
    boothCount: plan.booths.size,
  }
}
