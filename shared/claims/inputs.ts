import { z } from 'zod'
import { type BoothId, type ClaimId, type ExhibitorId, type FairId, ID_PATTERN } from '#shared/kernel/ids'
import { optionalLine, optionalLines } from '#shared/kernel/text'

const id = <T extends string>() =>
  z.string().refine((text) => ID_PATTERN.test(text), { params: { code: 'id' } }) as unknown as z.ZodType<T, string>

/** One for each attempt of a person: the same key gets the same answer. */
export const idempotencyKeySchema = z
  .string()
  .refine((text) => /^[\x20-\x7e]{1,200}$/.test(text), { params: { code: 'idempotencyKey' } })

/** Most that is kept of a reason. */
export const MAX_REASON = 1000
const requiredReason = optionalLines(MAX_REASON).refine((text) => text !== '', { params: { code: 'required' } })

const inFair = { fairId: id<FairId>(), key: idempotencyKeySchema.optional() }

/** `exhibitorId` may be left out by somebody who acts for one exhibitor only. */
export const takeBoothSchema = z.object({
  ...inFair,
  boothId: id<BoothId>(),
  exhibitorId: id<ExhibitorId>().optional(),
})
export const claimDecisionSchema = z.object({ ...inFair, claimId: id<ClaimId>() })
export const declineClaimSchema = claimDecisionSchema.extend({ reason: requiredReason })
export const moveExhibitorSchema = claimDecisionSchema.extend({ toBoothId: id<BoothId>() })
export const unblockBoothSchema = z.object({ fairId: id<FairId>(), boothId: id<BoothId>() })
export const blockBoothSchema = unblockBoothSchema.extend({ reason: optionalLine(MAX_REASON).default('') })

export type TakeBoothInput = z.input<typeof takeBoothSchema>
export type ClaimDecisionInput = z.input<typeof claimDecisionSchema>
export type DeclineClaimInput = z.input<typeof declineClaimSchema>
export type MoveExhibitorInput = z.input<typeof moveExhibitorSchema>
export type BlockBoothInput = z.input<typeof blockBoothSchema>
export type UnblockBoothInput = z.input<typeof unblockBoothSchema>
