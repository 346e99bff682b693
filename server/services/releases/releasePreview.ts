import type { Queryable } from '#server/db/client'
import { storableJson } from '#server/db/storableJson'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { loadPlan } from '#server/services/documents/loadDocument'
import { type FairDetails, fairColumns } from '#server/services/fairs/fairRow'
import { readProgrammeContext } from '#server/services/programme/programmeContext'
import type { Actor } from '#shared/access/roles'
import { emptyPlan } from '#shared/document/plan'
import type { MalformedRecord, Plan, Talk } from '#shared/document/records'
import { freezeRelease, type ReleaseContent, readHistory, readReleaseContent } from '#shared/exchange/releaseContent'
import type { FairId } from '#shared/kernel/ids'
import { checkPlan } from '#shared/plan/checks/planChecker'
import type { Problem } from '#shared/plan/checks/types'
import { type PlanDiff, planDiff } from '#shared/plan/queries/planDiff'
import type { ReleasedPlan } from '#shared/plan/release'
import type { ProgrammeContext } from '#shared/programme/conflicts/types'
import { programmeDiff, type TalkChange } from '#shared/programme/queries/programmeDiff'
import { NO_PROGRAMME, type ReleasedProgramme, releasedProgramme } from '#shared/programme/release'
import { type AffectedExhibitor, affectedExhibitors } from './affectedExhibitors'
import { type AffectedPeople, affectedPeople } from './affectedPeople'
import { type CandidateConflicts, candidateConflicts } from './candidateConflicts'
import { readLatestRelease } from './readLatestRelease'
import { readHighestSequences } from './talkHistory'

export interface ReleasePreview {
  /** To be handed to publishRelease: what was looked at. */
  position: number
  nextNumber: number
  /** The release that visitors see now; null: none. */
  previous: { number: number; publishedAt: Date; note: string; plan: Plan; programme: ReleasedProgramme } | null
  diff: PlanDiff
  /** Talks that are not what they were in the release before. */
  talkChanges: TalkChange[]
  problems: readonly Problem[]
  conflicts: CandidateConflicts
  /** Records that no reader understands: they are not published. */
  malformed: MalformedRecord[]
  /** Talks that visitors do not get to see: ideas and invitations. */
  staying: Talk[]
  affected: AffectedExhibitor[]
  people: AffectedPeople
  boothCount: number
  /** Plan and programme as they would be published. */
  plan: Plan
  programme: ReleasedProgramme
  /** The whole draft. */
  draft: Plan
  context: ProgrammeContext
}

/** What publishing now would change, for whom, and what is still wrong. */
export const releasePreview =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<ReleasePreview> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'release:publish')
    const { content: _content, fair: _fair, ...preview } = await readCandidate(deps, deps.sql, fairId)
    return preview
  }

export interface Candidate extends Omit<ReleasePreview, 'previous'> {
  fair: FairDetails
  previous: ReleasedPlan | null
  content: ReleaseContent
}

/** The draft as the next release; inside publishing's transaction as well as for the preview. */
export async function readCandidate(deps: Deps, sql: Queryable, fairId: FairId): Promise<Candidate> {
  const [fair] = await sql<FairDetails[]>`select ${fairColumns(sql)} from fairs f where f.id = ${fairId}`
  if (!fair) throw new Error(`no fair ${fairId}`)
  const { plan, malformed, position } = await loadPlan(sql, fairId)
  // As it will be stored, so that what is looked at, told and compared is what is published.
  const draft: Plan = { ...plan, talks: new Map([...plan.talks].map(([id, talk]) => [id, storableJson(talk)])) }
  const previous = await readLatestRelease(deps, fairId, sql)
  const highest = await readHighestSequences(sql, fairId)
  const before = previous?.programme ?? NO_PROGRAMME
  const content = storableJson(freezeRelease(draft, before, deps.clock.now(), highest))
  const frozen = readReleaseContent(content)
  const programme = releasedProgramme(frozen, readHistory(content))
  const diff = planDiff(previous?.plan ?? emptyPlan(), frozen)
  const talkChanges = programmeDiff(before, programme)
  const context = await readProgrammeContext(sql, fairId)
  const affected = await affectedExhibitors(sql, fairId, diff)
  const [last] = await sql<{ number: number | null }[]>`
    select max(number) as number from releases where fair_id = ${fairId}`
  return {
    fair,
    position,
    nextNumber: (last?.number ?? 0) + 1,
    previous,
    content,
    plan: frozen,
    programme,
    draft,
    diff,
    talkChanges,
    problems: checkPlan(frozen),
    conflicts: await candidateConflicts(sql, draft, context),
    malformed,
    staying: [...draft.talks.values()].filter(isStaying),
    affected,
    people: await affectedPeople(sql, { fairId, exhibitors: affected, talks: talkChanges }),
    boothCount: frozen.booths.size,
    context,
  }
}

const isStaying = ({ removed, kind, state }: Talk): boolean =>
  !removed && kind !== 'blocker' && (state === 'idea' || state === 'invited')
