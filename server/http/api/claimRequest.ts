import type { Request } from 'express'
import { z } from 'zod'
import { idempotencyKeySchema } from '#shared/claims/inputs'
import { AppError } from '#shared/kernel/errors'
import { type ExhibitorId, ID_PATTERN } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'

const bodySchema = z.strictObject({
  intent: z.enum(['hold', 'claim']).default('claim'),
  /** For those who act for several exhibitors, and for organisers. */
  exhibitorId: z
    .string()
    .refine((text) => ID_PATTERN.test(text), { params: { code: 'id' } })
    .optional(),
})

export interface ClaimRequest {
  intent: 'hold' | 'claim'
  exhibitorId: ExhibitorId | undefined
  key: string | undefined
}

/** Body and header of a claim. Without an Idempotency-Key the request stands for itself. Errors: INVALID. */
export function claimRequestOf(request: Request): ClaimRequest {
  const { intent, exhibitorId } = parseOrInvalid(bodySchema, request.body ?? {})
  const key = request.headers['idempotency-key']
  if (key !== undefined && !idempotencyKeySchema.safeParse(key).success)
    throw new AppError('INVALID', { fields: [{ path: 'Idempotency-Key', code: 'idempotencyKey' }] })
  return { intent, exhibitorId: exhibitorId as ExhibitorId | undefined, key: key as string | undefined }
}
