import type { ReleasedBoothStatus } from '#server/services/booths/boothStatuses'
import type { PublishedFair } from '#server/services/visit/visitFair'
import type { ShownStatus } from '~/components/PlanSvg'
import { type HallDrawing, hallDrawing, hallsOf } from '~/lib/planView/hallDrawing'

export interface MiniMapHall {
  hall: HallDrawing
  statuses: Record<string, ShownStatus>
  /** Booths to look at. */
  boothIds: string[]
  /** Stages to look at. */
  stageIds: string[]
}

/** The halls in which these booths and stages are, each with its own of them. */
export function miniMaps(
  { release, booths }: PublishedFair,
  boothIds: readonly string[],
  stageIds: readonly string[] = [],
): MiniMapHall[] {
  const { plan } = release
  return hallsOf(plan).flatMap(({ id }) => {
    const here = boothIds.filter((boothId) => release.booths.get(boothId as ReleasedBoothStatus['id'])?.hallId === id)
    const stages = stageIds.filter((stageId) => plan.stages.get(stageId)?.hallId === id)
    const hall = here.length + stages.length > 0 ? hallDrawing(plan, id) : null
    if (!hall) return []
    const statuses = Object.fromEntries(
      booths
        .filter((booth) => booth.hallId === id)
        .map(({ id: boothId, status, exhibitorName }) => [boothId, { status, exhibitorName }]),
    )
    return [{ hall, statuses, boothIds: here, stageIds: stages }]
  })
}
