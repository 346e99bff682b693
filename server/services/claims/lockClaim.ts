import type { Tx } from '#server/db/client'
import { AppError } from '#shared/kernel/errors'
import type { BoothId, ClaimId, FairId } from '#shared/kernel/ids'
import { type ClaimRow, findClaim, type LockedBooth, type LockedExhibitor, lockBooths, lockExhibitor } from './locks'

export interface LockedClaim {
  claim: ClaimRow
  exhibitor: LockedExhibitor
  /** By id; the claim's own and those asked for beside it, as far as they exist. */
  booths: ReadonlyMap<BoothId, LockedBooth>
}

/** A claim of this fair with everything that it concerns locked in the usual order. Errors: NOT_FOUND, also where the exhibitor was archived. */
export async function lockClaim(
  tx: Tx,
  fairId: FairId,
  claimId: ClaimId,
  otherBooths: readonly BoothId[] = [],
): Promise<LockedClaim> {
  const before = await findClaim(tx, fairId, claimId)
  if (!before) throw new AppError('NOT_FOUND', { detail: 'no such claim in this fair' })
  // A claim never changes its booth or exhibitor; its state is read again under the locks.
  const exhibitor = await lockExhibitor(tx, fairId, before.exhibitorId)
  const booths = await lockBooths(tx, fairId, [before.boothId, ...otherBooths])
  const claim = await findClaim(tx, fairId, claimId)
  if (!claim) throw new AppError('NOT_FOUND', { detail: 'no such claim in this fair' })
  return { claim, exhibitor, booths: new Map(booths.map((booth) => [booth.id, booth])) }
}
