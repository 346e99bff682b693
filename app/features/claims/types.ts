import type { BoothStatus, ClaimState } from '#shared/claims/status'
import type { ExhibitorKind } from '#shared/exhibitors/profile'
import type { Language } from '#shared/kernel/language'
import type { BoothKind } from '#shared/plan/queries/openSides'
import type { SectorChoice } from '~/features/exhibitors/SectorChecks'

/** A booth of the latest release as the list shows it. */
export interface PageBooth {
  id: string
  number: string
  hallId: string
  sectorId: string | null
  widthMm: number
  depthMm: number
  areaM2: number
  kind: BoothKind
  openSides: number
  status: BoothStatus
}

/** A booth that the exhibitor has now. Instants are ISO text. */
export interface OwnClaim {
  claimId: string
  boothId: string
  boothNumber: string
  state: Extract<ClaimState, 'held' | 'claimed' | 'confirmed'>
  expiresAt: string | null
  changedAt: string
}

export type SectorsById = ReadonlyMap<string, SectorChoice>

/** A booth that can be given away. */
export type FreeBooth = Pick<PageBooth, 'id' | 'number' | 'sectorId' | 'areaM2' | 'hallId'>

/** A claim as organisers decide about it. */
export interface QueueClaim {
  claim: {
    id: string
    boothId: string
    boothNumber: string
    state: ClaimState
    expiresAt: string | null
    changedAt: string
    reason: string | null
  }
  exhibitor: { id: string; name: string; kind: ExhibitorKind; sectorIds: readonly string[] }
  /** Null where the booth is not in the plan that is published now. */
  booth: Omit<PageBooth, 'status'> | null
  waitingMs: number
  sectorMatch: boolean | null
  /** Of those who act for the exhibitor: what is written to them is in it. */
  language: Language
  suggestedReasons: readonly string[]
}
