import type { Deps } from '#server/deps'
import { loadStanding } from '#server/services/access/standing'
import { boothStatuses, type ReleasedBoothStatus } from '#server/services/booths/boothStatuses'
import { type FairDetails, fairColumns } from '#server/services/fairs/fairRow'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import { can } from '#shared/access/can'
import type { Actor, FairStanding } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { ReleasedPlan } from '#shared/plan/release'
import { type ExhibitorBrief, readExhibitorBriefs } from './exhibitorBriefs'

export interface VisitedFair extends Omit<FairDetails, 'boothLimit' | 'holdHours' | 'archivedAt'> {
  archived: boolean
  /** What this reader is here beyond a visitor. */
  reader: { organiser: boolean; exhibitor: boolean; mayJoin: boolean }
}

export interface PublishedFair {
  release: ReleasedPlan
  /** In the plan's order, with who holds them now. */
  booths: ReleasedBoothStatus[]
  /** Those with a confirmed booth of the release, by name. */
  exhibitors: ExhibitorBrief[]
}

export interface FairVisit {
  fair: VisitedFair
  /** Null: nothing is published yet, which only organisers and exhibitors of the fair get to see. */
  published: PublishedFair | null
}

/** A fair as visitors' pages show it. Errors: NOT_FOUND, also for a fair that is not for this reader's eyes. */
export const visitFair =
  (deps: Deps) =>
  async (actor: Actor, { slug }: { slug: string }): Promise<FairVisit> => {
    const standing = await loadStanding(deps.sql, actor, { slug })
    if (!standing || !maySee(actor, standing)) throw new AppError('NOT_FOUND', { detail: 'no fair to visit' })
    const { fairId } = standing
    const [row] = await deps.sql<FairDetails[]>`select ${fairColumns(deps.sql)} from fairs f where f.id = ${fairId}`
    if (!row) throw new AppError('NOT_FOUND', { detail: 'fair went away' })
    const { boothLimit: _boothLimit, holdHours: _holdHours, archivedAt, ...details } = row
    const fair: VisitedFair = {
      ...details,
      archived: archivedAt !== null,
      reader: {
        organiser: can(actor, 'fair:organise', { fair: standing }),
        exhibitor: standing.exhibitorIds.length > 0,
        mayJoin: row.openForExhibitors && archivedAt === null,
      },
    }
    const release = await readLatestRelease(deps, fairId)
    if (!release) return { fair, published: null }
    const [{ booths }, exhibitors] = await Promise.all([
      boothStatuses(deps)(actor, { fairId }),
      readExhibitorBriefs(deps.sql, fairId, release),
    ])
    return { fair, published: { release, booths, exhibitors } }
  }

/** Those who prepare the fair may look in before it is published. */
export const maySee = (actor: Actor, fair: FairStanding): boolean =>
  can(actor, 'fair:view', { fair }) || (fair.exhibitorIds.length > 0 && !fair.archived)
