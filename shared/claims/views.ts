import type { BoothId, ClaimId, ExhibitorId, FairId, HallId, SectorId } from '#shared/kernel/ids'
import type { BoothStatus, ClaimState } from './status'

/** What is told about a booth whoever asks: all from the latest release. */
export interface BoothFacts {
  id: BoothId
  number: string
  hallId: HallId
  sectorId: SectorId | null
  widthMm: number
  depthMm: number
  areaM2: number
}

/** A claim as pages and the API show it. Instants are ISO text, so that a stored answer and a fresh one are the same. */
export interface ClaimView {
  id: ClaimId
  fairId: FairId
  boothId: BoothId
  boothNumber: string
  exhibitorId: ExhibitorId
  state: ClaimState
  /** End of a hold, else null. */
  expiresAt: string | null
  /** Why an organiser declined. */
  reason: string | null
  createdAt: string
  changedAt: string
}

/** 201: new. 200: what the exhibitor already had, or a claim it already had in its new state. */
export interface ClaimAnswer {
  status: 200 | 201
  claim: ClaimView
}

/** A booth of the latest release with who holds it now. */
export interface BoothStatusView extends BoothFacts {
  status: BoothStatus
  /** Set for everybody once confirmed; before that for organisers and for the exhibitor itself only. */
  exhibitorId: ExhibitorId | null
  exhibitorName: string | null
  version: number
}
