import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import { bestAlternatives } from '#shared/claims/alternatives'
import type { BoothFacts } from '#shared/claims/views'
import type { BoothId, FairId } from '#shared/kernel/ids'
import type { ReleasedBooth } from '#shared/plan/release'

export const boothFacts = ({ id, number, hallId, sectorId, widthMm, depthMm, areaM2 }: ReleasedBooth): BoothFacts => ({
  id,
  number,
  hallId,
  sectorId,
  widthMm,
  depthMm,
  areaM2,
})

/** The free booths of the latest release that come nearest to this one. */
export async function alternativesTo(
  deps: Deps,
  sql: Queryable,
  fairId: FairId,
  boothId: BoothId,
): Promise<BoothFacts[]> {
  const release = await readLatestRelease(deps, fairId, sql)
  const wanted = release?.booths.get(boothId)
  if (!release || !wanted) return []
  const rows = await sql<{ id: BoothId }[]>`
    select b.id from booths b where b.fair_id = ${fairId} and not b.removed and b.blocked_at is null
      and not exists (select from claims c where c.fair_id = b.fair_id and c.booth_id = b.id
        and c.state in ('held', 'claimed', 'confirmed') and (c.state <> 'held' or c.expires_at > ${deps.clock.now()}))`
  const free = rows.flatMap(({ id }) => release.booths.get(id) ?? [])
  return bestAlternatives(wanted, free).map(boothFacts)
}
