import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { Actor } from '#shared/access/roles'
import { matchesSearch } from '#shared/exhibitors/search'
import type { BoothId, FairId } from '#shared/kernel/ids'
import { type ExhibitorRow, readExhibitors } from './exhibitorRows'

export interface ExhibitorFilter {
  fairId: FairId
  /** Words that must stand in the name, the description or a booth number. */
  search?: string
  /** Sector of the exhibitor or of one of its booths. */
  sectorId?: string
}

/** For organisers: everything, with how many accounts may act for it. */
export interface ListedExhibitor extends ExhibitorRow {
  accounts: number
}

/** Every exhibitor of the fair, by name, for organisers. */
export const listExhibitors =
  (deps: Deps) =>
  async (
    actor: Actor,
    { fairId, archived = false, ...filter }: ExhibitorFilter & { archived?: boolean },
  ): Promise<ListedExhibitor[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    const rows = await readExhibitors(deps.sql, fairId, deps.clock.now())
    const counts = await deps.sql<{ id: string; accounts: number }[]>`
      select ea.exhibitor_id as id, count(*) as accounts from exhibitor_accounts ea
      join exhibitors e on e.id = ea.exhibitor_id where e.fair_id = ${fairId} group by 1`
    const accounts = new Map(counts.map((row) => [row.id, row.accounts]))
    const fits = await filterOf(deps, fairId, filter)
    return rows
      .filter((row) => (row.archivedAt !== null) === archived && fits(row))
      .map((row) => ({ ...row, accounts: accounts.get(row.id) ?? 0 }))
  }

type Fits = (row: ExhibitorRow) => boolean

async function filterOf(
  deps: Deps,
  fairId: FairId,
  { search = '', sectorId }: Omit<ExhibitorFilter, 'fairId'>,
): Promise<Fits> {
  const release = sectorId ? await readLatestRelease(deps, fairId) : null
  const sectorOf = (boothId: BoothId) => release?.booths.get(boothId)?.sectorId
  return (row) =>
    matchesSearch([row.name, ...Object.values(row.description), ...row.booths.map((booth) => booth.number)], search) &&
    (!sectorId || row.sectorIds.includes(sectorId) || row.booths.some((booth) => sectorOf(booth.boothId) === sectorId))
}
