import type { Queryable, Tx } from '#server/db/client'
import type { ClaimFacts, ClaimState } from '#shared/claims/status'
import { AppError } from '#shared/kernel/errors'
import type { BoothId, ClaimId, ExhibitorId, FairId } from '#shared/kernel/ids'

/** Rows are locked in this order everywhere: exhibitor, then booths by id. Their claims are read under those locks. */

export interface LockedExhibitor {
  id: ExhibitorId
  name: string
}

/** Errors: NOT_FOUND, also for an archived exhibitor and for one of another fair. */
export async function lockExhibitor(tx: Tx, fairId: FairId, exhibitorId: ExhibitorId): Promise<LockedExhibitor> {
  const [row] = await tx<LockedExhibitor[]>`
    select id, name from exhibitors
    where fair_id = ${fairId} and id = ${exhibitorId} and archived_at is null for update`
  if (!row) throw new AppError('NOT_FOUND', { detail: 'no such exhibitor in this fair' })
  return row
}

export interface LockedBooth {
  id: BoothId
  number: string
  removed: boolean
  blocked: boolean
}

/** Those of the booths that exist. */
export const lockBooths = (tx: Tx, fairId: FairId, boothIds: readonly BoothId[]) => tx<LockedBooth[]>`
  select id, number, removed, blocked_at is not null as blocked from booths
  where fair_id = ${fairId} and id = any(${[...boothIds]}) order by id for update`

export async function lockBooth(tx: Tx, fairId: FairId, boothId: BoothId): Promise<LockedBooth | null> {
  const [row] = await lockBooths(tx, fairId, [boothId])
  return row ?? null
}

export interface ClaimRow extends ClaimFacts {
  id: ClaimId
  fairId: FairId
  boothId: BoothId
  /** Number of the booth as drawn now. */
  boothNumber: string
  exhibitorId: ExhibitorId
  state: ClaimState
  expiresAt: Date | null
  reason: string | null
  createdAt: Date
  changedAt: Date
}

export const claimColumns = (sql: Queryable) => sql`
  c.id, c.fair_id as "fairId", c.booth_id as "boothId", b.number as "boothNumber", c.exhibitor_id as "exhibitorId", c.state,
  c.expires_at as "expiresAt", c.reason, c.created_at as "createdAt", c.changed_at as "changedAt"`

/** The claim, whatever its state; null when the fair has none of this id. */
export async function findClaim(sql: Queryable, fairId: FairId, claimId: ClaimId): Promise<ClaimRow | null> {
  const [row] = await sql<ClaimRow[]>`
    select ${claimColumns(sql)} from claims c join booths b on b.fair_id = c.fair_id and b.id = c.booth_id
    where c.fair_id = ${fairId} and c.id = ${claimId}`
  return row ?? null
}

/** The claim that keeps the booth, ended holds included; read it under the booth's lock. */
export async function activeClaimOf(sql: Queryable, fairId: FairId, boothId: BoothId): Promise<ClaimRow | null> {
  const [row] = await sql<ClaimRow[]>`
    select ${claimColumns(sql)} from claims c join booths b on b.fair_id = c.fair_id and b.id = c.booth_id
    where c.fair_id = ${fairId} and c.booth_id = ${boothId} and c.state in ('held', 'claimed', 'confirmed')`
  return row ?? null
}

/** A hold whose time is over: it counts as free everywhere, though the job has not come by yet. */
export const isOver = (claim: ClaimFacts, now: Date): boolean =>
  claim.state === 'held' && claim.expiresAt !== null && claim.expiresAt <= now
