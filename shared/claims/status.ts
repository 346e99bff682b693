/** What everyone sees of a booth: derived from claims and blocks, never stored. */
export const BOOTH_STATUSES = ['available', 'held', 'claimed', 'confirmed', 'blocked'] as const
export type BoothStatus = (typeof BOOTH_STATUSES)[number]

/** A claim's life. The first three are active: at most one of them a booth. */
export const ACTIVE_CLAIM_STATES = ['held', 'claimed', 'confirmed'] as const
export const CLAIM_STATES = [...ACTIVE_CLAIM_STATES, 'declined', 'withdrawn', 'expired', 'moved'] as const
export type ClaimState = (typeof CLAIM_STATES)[number]
export type ActiveClaimState = (typeof ACTIVE_CLAIM_STATES)[number]

export const isActive = (state: ClaimState): state is ActiveClaimState =>
  (ACTIVE_CLAIM_STATES as readonly ClaimState[]).includes(state)

export interface ClaimFacts {
  state: ClaimState
  /** End of a hold; null for other states. */
  expiresAt: Date | null
}

/** A hold past its end counts as free, even when the tidy-up job is late. */
export function boothStatus(claim: ClaimFacts | null, blocked: boolean, now: Date): BoothStatus {
  if (claim && isActive(claim.state)) {
    const over = claim.state === 'held' && claim.expiresAt !== null && claim.expiresAt <= now
    if (!over) return claim.state
  }
  return blocked ? 'blocked' : 'available'
}
