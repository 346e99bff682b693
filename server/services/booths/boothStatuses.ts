import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { boothFacts } from '#server/services/claims/freeBooths'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { Actor } from '#shared/access/roles'
import type { BoothStatusView } from '#shared/claims/views'
import type { BoothId, FairId } from '#shared/kernel/ids'
import type { BoothKind } from '#shared/plan/queries/openSides'
import { maySeeHolder, noHolding, readHoldings } from './holdings'

/** One row of the list beside the plan. */
export interface ReleasedBoothStatus extends BoothStatusView {
  kind: BoothKind
  openSides: number
}

export interface BoothStatuses {
  /** Null: nothing is published, so there are no booths. */
  releaseNumber: number | null
  booths: ReleasedBoothStatus[]
}

/** Every booth of the latest release with who has it now, in the plan's order. */
export const boothStatuses =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<BoothStatuses> => {
    const standing = await requireStanding(deps.sql, actor, { id: fairId }, 'booths:browse')
    const release = await readLatestRelease(deps, fairId)
    if (!release) return { releaseNumber: null, booths: [] }
    const holdings = await readHoldings(deps.sql, fairId, deps.clock.now())
    const status = (boothId: BoothId) => {
      const holding = holdings.get(boothId) ?? noHolding(boothId)
      const named = maySeeHolder(holding, standing)
      return {
        status: holding.status,
        exhibitorId: named ? holding.exhibitorId : null,
        exhibitorName: named ? holding.exhibitorName : null,
        version: holding.version,
      }
    }
    const booths = [...release.booths.values()].map((booth) => ({
      ...boothFacts(booth),
      kind: booth.kind,
      openSides: booth.openSides,
      ...status(booth.id),
    }))
    return { releaseNumber: release.number, booths }
  }
