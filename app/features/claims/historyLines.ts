import { CLAIM_STATES, type ClaimState } from '#shared/claims/status'
import type { HistoryLine } from './ClaimHistory'

interface TracedClaim {
  claim: { id: string; boothNumber: string; reason: string | null }
  history: readonly { id: number; at: string; details: Readonly<Record<string, unknown>> }[]
}

const isState = (value: unknown): value is ClaimState => CLAIM_STATES.includes(value as ClaimState)

/** What happened to these claims, the newest first. The reason stands beside the refusal that it explains. */
export function historyLines(claims: readonly TracedClaim[]): HistoryLine[] {
  return claims
    .flatMap(({ claim, history }) =>
      history.flatMap(({ id, at, details }) => {
        if (!isState(details.to)) return []
        const number = typeof details.booth === 'string' ? details.booth : claim.boothNumber
        const reason = details.to === 'declined' ? claim.reason : null
        return [{ order: id, line: { id: String(id), state: details.to, number, at, reason } }]
      }),
    )
    .sort((a, b) => b.order - a.order)
    .map(({ line }) => line)
}
