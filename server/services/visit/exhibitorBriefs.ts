import type { Queryable } from '#server/db/client'
import type { ExhibitorKind } from '#shared/exhibitors/profile'
import type { BoothId, ExhibitorId, FairId } from '#shared/kernel/ids'
import type { ReleasedPlan } from '#shared/plan/release'

export interface ExhibitorBrief {
  id: ExhibitorId
  name: string
  kind: ExhibitorKind
  /** Its own and those of its booths, as far as the release knows them. */
  sectorIds: string[]
  boothIds: BoothId[]
}

/**
 * Exhibitors that visitors may know of, by name: those to whom a booth of the release is confirmed. Before that nobody is
 * told who asked for what.
 */
export async function readExhibitorBriefs(
  sql: Queryable,
  fairId: FairId,
  release: ReleasedPlan,
): Promise<ExhibitorBrief[]> {
  const rows = await sql<ExhibitorBrief[]>`
    select e.id, e.name, e.kind, e.sector_ids as "sectorIds", array_agg(c.booth_id order by c.created_at) as "boothIds"
    from exhibitors e join claims c on c.exhibitor_id = e.id and c.state = 'confirmed'
    where e.fair_id = ${fairId} and e.archived_at is null
    group by e.id order by e.name collate natural_order, e.id`
  return rows
    .map((row) => ({ ...row, boothIds: row.boothIds.filter((id) => release.booths.has(id)) }))
    .filter((row) => row.boothIds.length > 0)
    .map((row) => ({ ...row, sectorIds: sectorsOf(row, release) }))
}

function sectorsOf({ sectorIds, boothIds }: ExhibitorBrief, release: ReleasedPlan): string[] {
  const ofBooths = boothIds.map((id) => release.booths.get(id)?.sectorId).filter((id) => id != null)
  return [...new Set([...sectorIds, ...ofBooths])].filter((id) => release.plan.sectors.has(id))
}
