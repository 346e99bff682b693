import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { AppError, isAppError } from '#shared/kernel/errors'
import { type FairId, isId, type TalkId } from '#shared/kernel/ids'
import type { TalkSeats } from '#shared/signups/views'
import { readSignupSaid, SIGNUP_REFUSALS, type SignupSaid } from '~/features/signups/signupSaid'
import { orErrorPage } from './answer.server'
import { keyOf, newFormKey, textOf } from './page.server'

export interface ReadersSignup {
  seats: TalkSeats
  said: SignupSaid | null
  signedIn: boolean
  formKey: string
}

/** For the talk page: null where nobody needs to sign up. */
export async function readSignup(
  { context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>,
  fairId: FairId,
  talkId: string,
): Promise<ReadersSignup | null> {
  const { services, actor } = context
  if (!isId(talkId)) return null
  const [seats] = await orErrorPage(() => services.signups.seatsLeft(actor, { fairId, talkId: talkId as TalkId }))
  if (!seats) return null
  return {
    seats,
    said: readSignupSaid(new URL(request.url).searchParams.get('seat')),
    signedIn: actor.accountId !== null,
    // One for everybody who only reads: their page stays the same from one to the next.
    formKey: actor.accountId === null ? '' : newFormKey(),
  }
}

/** Carries out a form of the talk page. Refusals that the page explains come back as what is said; others are thrown. */
export async function actOnSignup({ services, actor }: AppLoadContext, fairId: FairId, form: FormData) {
  const intent = textOf(form, 'intent')
  const talkId = textOf(form, 'talkId') as TalkId
  const wish = { fairId, talkId, key: keyOf(form, intent, talkId) }
  try {
    if (intent === 'signUp') return (await services.signups.signUp(actor, wish)).state
    if (intent !== 'cancel') throw new AppError('BAD_REQUEST', { detail: 'neither signUp nor cancel' })
    await services.signups.cancelSignup(actor, wish)
    return 'cancelled'
  } catch (error) {
    const refusal = isAppError(error) ? SIGNUP_REFUSALS.find((code) => code === error.code) : undefined
    if (!refusal) throw error
    return refusal
  }
}
