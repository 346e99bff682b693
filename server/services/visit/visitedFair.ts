import type { Deps } from '#server/deps'
import { loadStanding } from '#server/services/access/standing'
import { type FairDetails, fairColumns } from '#server/services/fairs/fairRow'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import { can } from '#shared/access/can'
import type { Actor, FairStanding } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { ReleasedPlan } from '#shared/plan/release'

export interface VisitedFair extends Omit<FairDetails, 'boothLimit' | 'holdHours' | 'archivedAt'> {
  archived: boolean
  /** There is a programme to show. */
  programme: boolean
  /** What this reader is here beyond a visitor. */
  reader: { organiser: boolean; exhibitor: boolean; mayJoin: boolean }
}

export interface OpenedFair {
  fair: VisitedFair
  /** Null: nothing is published yet, which only organisers and exhibitors of the fair get to see. */
  release: ReleasedPlan | null
}

/** The fair as every page of it for visitors needs it. Errors: NOT_FOUND, also for a fair that is not for this reader's eyes. */
export async function readVisitedFair(deps: Deps, actor: Actor, { slug }: { slug: string }): Promise<OpenedFair> {
  const standing = await loadStanding(deps.sql, actor, { slug })
  if (!standing || !maySee(actor, standing)) throw new AppError('NOT_FOUND', { detail: 'no fair to visit' })
  const { fairId } = standing
  const [[row], release] = await Promise.all([
    deps.sql<FairDetails[]>`select ${fairColumns(deps.sql)} from fairs f where f.id = ${fairId}`,
    readLatestRelease(deps, fairId),
  ])
  if (!row) throw new AppError('NOT_FOUND', { detail: 'fair went away' })
  const { boothLimit: _boothLimit, holdHours: _holdHours, archivedAt, ...details } = row
  const fair: VisitedFair = {
    ...details,
    archived: archivedAt !== null,
    programme: release !== null && release.programme.talks.size > 0,
    reader: {
      organiser: can(actor, 'fair:organise', { fair: standing }),
      exhibitor: standing.exhibitorIds.length > 0,
      mayJoin: row.openForExhibitors && archivedAt === null,
    },
  }
  return { fair, release }
}

/** Those who prepare the fair may look in before it is published. */
const maySee = (actor: Actor, fair: FairStanding): boolean =>
  can(actor, 'fair:view', { fair }) || (fair.exhibitorIds.length > 0 && !fair.archived)
