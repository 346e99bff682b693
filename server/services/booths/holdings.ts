import type { Queryable } from '#server/db/client'
import type { FairStanding } from '#shared/access/roles'
import { type BoothStatus, boothStatus, type ClaimState } from '#shared/claims/status'
import type { BoothId, ExhibitorId, FairId } from '#shared/kernel/ids'
import type { BoothStatusEvent } from '#shared/protocol/events'

/** Who has a booth now, as the rows say: nothing hidden yet. */
export interface Holding {
  boothId: BoothId
  status: BoothStatus
  exhibitorId: ExhibitorId | null
  exhibitorName: string | null
  version: number
}

interface HoldingRow {
  boothId: BoothId
  removed: boolean
  blocked: boolean
  version: number
  state: ClaimState | null
  expiresAt: Date | null
  exhibitorId: ExhibitorId | null
  exhibitorName: string | null
}

/** All booths of the fair, or the one named. A booth that is about to go from the plan cannot be taken: it counts as blocked. */
export async function readHoldings(
  sql: Queryable,
  fairId: FairId,
  now: Date,
  boothId?: BoothId,
): Promise<Map<BoothId, Holding>> {
  const rows = await sql<HoldingRow[]>`
    select b.id as "boothId", b.removed, b.blocked_at is not null as blocked, b.claim_version as version, c.state,
      c.expires_at as "expiresAt", c.exhibitor_id as "exhibitorId", e.name as "exhibitorName"
    from booths b
    left join claims c on c.fair_id = b.fair_id and c.booth_id = b.id and c.state in ('held', 'claimed', 'confirmed')
    left join exhibitors e on e.id = c.exhibitor_id
    where b.fair_id = ${fairId} ${boothId === undefined ? sql`` : sql`and b.id = ${boothId}`}`
  return new Map(rows.map((row) => [row.boothId, holdingOf(row, now)]))
}

function holdingOf(row: HoldingRow, now: Date): Holding {
  const claim = row.state === null ? null : { state: row.state, expiresAt: row.expiresAt }
  const status = boothStatus(claim, row.blocked || row.removed, now)
  const held = status === 'held' || status === 'claimed' || status === 'confirmed'
  return {
    boothId: row.boothId,
    status,
    exhibitorId: held ? row.exhibitorId : null,
    exhibitorName: held ? row.exhibitorName : null,
    version: row.version,
  }
}

/** A booth of the release without a row in the draft: it can have no holder and cannot be taken. */
export const noHolding = (boothId: BoothId): Holding => ({
  boothId,
  status: 'blocked',
  exhibitorId: null,
  exhibitorName: null,
  version: 0,
})

/** Whether somebody of this standing may know who has the booth: everybody once it is confirmed, before that organisers and the exhibitor itself. */
export function maySeeHolder(holding: Holding, standing: FairStanding | null): boolean {
  if (holding.status === 'confirmed') return true
  if (standing?.role === 'owner' || standing?.role === 'organiser') return true
  return holding.exhibitorId !== null && (standing?.exhibitorIds.includes(holding.exhibitorId) ?? false)
}

/** As told to somebody of this standing; null stands for the public. */
export function statusEvent(fairId: FairId, holding: Holding, standing: FairStanding | null): BoothStatusEvent {
  const named = maySeeHolder(holding, standing)
  return {
    fairId,
    boothId: holding.boothId,
    status: holding.status,
    exhibitorId: named ? holding.exhibitorId : null,
    exhibitorName: named ? holding.exhibitorName : null,
    version: holding.version,
  }
}
