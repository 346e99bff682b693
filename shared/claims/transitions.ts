import type { ClaimState } from './status'

/** Who does it: the exhibitor (or an organiser in its name), an organiser as such, or the clock. */
export type ClaimVerb = 'hold' | 'claim' | 'confirm' | 'decline' | 'withdraw' | 'expire' | 'move'

/** From which states a verb may be done, and where it leads. `null`: there is no active claim yet. */
export const CLAIM_TRANSITIONS: Record<ClaimVerb, { from: readonly (ClaimState | null)[]; to: ClaimState }> = {
  hold: { from: [null], to: 'held' },
  claim: { from: [null, 'held'], to: 'claimed' },
  confirm: { from: ['held', 'claimed'], to: 'confirmed' },
  decline: { from: ['held', 'claimed', 'confirmed'], to: 'declined' },
  withdraw: { from: ['held', 'claimed', 'confirmed'], to: 'withdrawn' },
  expire: { from: ['held'], to: 'expired' },
  move: { from: ['held', 'claimed', 'confirmed'], to: 'moved' },
}

/** The state that the verb leads to, or null where it is not allowed from here. */
export function nextState(verb: ClaimVerb, from: ClaimState | null): ClaimState | null {
  const transition = CLAIM_TRANSITIONS[verb]
  return transition.from.includes(from) ? transition.to : null
}
