import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import { can } from '#shared/access/can'
import type { Actor } from '#shared/access/roles'
import type { BoothFacts, ClaimView } from '#shared/claims/views'
import { AppError } from '#shared/kernel/errors'
import type { ExhibitorId, FairId } from '#shared/kernel/ids'
import { claimView } from './changeClaim'
import { boothFacts } from './freeBooths'
import { type HistoryEntry, readHistory } from './history'
import { type ClaimRow, claimColumns, isOver } from './locks'

export interface MyClaim {
  claim: ClaimView
  /** From the latest release; null where the booth is not in it (any more). */
  booth: BoothFacts | null
  /** What is left of a hold, in milliseconds; null for other states. */
  leftMs: number | null
  history: HistoryEntry[]
}

export interface MyExhibitorBooths {
  exhibitor: { id: ExhibitorId; name: string }
  /** Booths that this fair allows an exhibitor. */
  limit: number
  active: MyClaim[]
  /** Declined, withdrawn, expired and moved ones, the newest first. */
  past: MyClaim[]
}

/** The booths of each exhibitor that the actor acts for, or of the one named (which organisers may look at too). */
export const myBooths =
  (deps: Deps) =>
  async (
    actor: Actor,
    { fairId, exhibitorId }: { fairId: FairId; exhibitorId?: ExhibitorId },
  ): Promise<MyExhibitorBooths[]> => {
    const fair = await requireStanding(deps.sql, actor, { id: fairId }, 'booths:browse')
    if (actor.accountId === null) throw new AppError('NOT_SIGNED_IN')
    if (exhibitorId !== undefined && !can(actor, 'fair:organise', { fair }) && !fair.exhibitorIds.includes(exhibitorId))
      throw new AppError('FORBIDDEN', { detail: 'not an exhibitor of theirs' })
    const ids = exhibitorId === undefined ? fair.exhibitorIds : [exhibitorId]
    const { sql } = deps
    const now = deps.clock.now()
    const exhibitors = await sql<{ id: ExhibitorId; name: string; limit: number }[]>`
      select e.id, e.name, f.booth_limit as "limit" from exhibitors e join fairs f on f.id = e.fair_id
      where e.fair_id = ${fairId} and e.id = any(${[...ids]}) order by e.name collate natural_order, e.id`
    if (exhibitorId !== undefined && exhibitors.length === 0)
      throw new AppError('NOT_FOUND', { detail: 'no such exhibitor' })
    const claims = await sql<ClaimRow[]>`
      select ${claimColumns(sql)} from claims c join booths b on b.fair_id = c.fair_id and b.id = c.booth_id
      where c.fair_id = ${fairId} and c.exhibitor_id = any(${[...ids]}) order by c.changed_at desc, c.id`
    const release = await readLatestRelease(deps, fairId)
    const history = await readHistory(
      sql,
      fairId,
      claims.map((claim) => claim.id),
    )
    const entryOf = (row: ClaimRow): MyClaim => {
      const claim: ClaimRow = isOver(row, now) ? { ...row, state: 'expired' } : row
      const booth = release?.booths.get(claim.boothId)
      return {
        claim: claimView(claim),
        booth: booth ? boothFacts(booth) : null,
        leftMs: claim.state === 'held' && claim.expiresAt ? claim.expiresAt.getTime() - now.getTime() : null,
        history: history.get(claim.id) ?? [],
      }
    }
    return exhibitors.map(({ limit, ...exhibitor }) => {
      const entries = claims.filter((claim) => claim.exhibitorId === exhibitor.id).map(entryOf)
      const active = entries.filter(({ claim }) => ['held', 'claimed', 'confirmed'].includes(claim.state))
      return { exhibitor, limit, active, past: entries.filter((entry) => !active.includes(entry)) }
    })
  }
