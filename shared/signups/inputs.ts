import { z } from 'zod'
import { idempotencyKeySchema } from '#shared/claims/inputs'
import { type FairId, ID_PATTERN, type TalkId } from '#shared/kernel/ids'

const id = <T extends string>() =>
  z.string().refine((text) => ID_PATTERN.test(text), { params: { code: 'id' } }) as unknown as z.ZodType<T, string>

export const signupSchema = z.object({
  fairId: id<FairId>(),
  talkId: id<TalkId>(),
  key: idempotencyKeySchema.optional(),
})
export type SignupInput = z.input<typeof signupSchema>
