import type { Deps } from '#server/deps'
import { boothStatuses, type ReleasedBoothStatus } from '#server/services/booths/boothStatuses'
import type { Actor } from '#shared/access/roles'
import type { ReleasedPlan } from '#shared/plan/release'
import { type ExhibitorBrief, readExhibitorBriefs } from './exhibitorBriefs'
import { readVisitedFair, type VisitedFair } from './visitedFair'

export type { VisitedFair } from './visitedFair'

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
    const { fair, release } = await readVisitedFair(deps, actor, { slug })
    if (!release) return { fair, published: null }
    const [{ booths }, exhibitors] = await Promise.all([
      boothStatuses(deps)(actor, { fairId: fair.id }),
      readExhibitorBriefs(deps.sql, fair.id, release),
    ])
    return { fair, published: { release, booths, exhibitors } }
  }
