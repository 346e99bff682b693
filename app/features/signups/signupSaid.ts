import type { ErrorCode } from '#shared/kernel/errors'

/** What the last form did, as the talk page's address says it: `?seat=waiting`. */
export const SIGNUP_SAID = ['seated', 'waiting', 'cancelled'] as const
/** Refusals that the talk page itself explains; others have a page of their own. */
export const SIGNUP_REFUSALS = [
  'TALK_CANCELLED',
  'TALK_OVER',
  'TALK_OPEN',
  'TALK_NOT_RELEASED',
] as const satisfies readonly ErrorCode[]

export type SignupSaid = (typeof SIGNUP_SAID)[number] | (typeof SIGNUP_REFUSALS)[number]
const ALL: readonly string[] = [...SIGNUP_SAID, ...SIGNUP_REFUSALS]

export const readSignupSaid = (value: string | null): SignupSaid | null =>
  value !== null && ALL.includes(value) ? (value as SignupSaid) : null

export const isRefusal = (said: SignupSaid): said is (typeof SIGNUP_REFUSALS)[number] =>
  (SIGNUP_REFUSALS as readonly string[]).includes(said)
