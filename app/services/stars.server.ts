import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import { AppError } from '#shared/kernel/errors'
import type { FairId, TalkId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { type StarOpInput, starOpsSchema } from '#shared/stars/starOps'
import type { ReadersStars } from '~/features/stars/starWords'
import { orErrorPage } from './answer.server'

/** For the loader of a page with stars: hand it to `StarForm`, and `talkIds` to each `StarButton`. */
export async function readStars({ services, actor }: AppLoadContext, fairId: FairId): Promise<ReadersStars> {
  if (actor.accountId === null) return { accountId: null, talkIds: [] }
  const talkIds = await orErrorPage(() => services.stars.readStars(actor, { fairId }))
  return { accountId: actor.accountId, talkIds }
}

/** Errors: NOT_FOUND. */
export const fairOfStars = ({ services, actor }: AppLoadContext, slug: string): Promise<FairId> =>
  services.stars.fairToStar(actor, { slug })

/** For whom the page was made that sends it; '' for nobody. */
const from = { account: z.string() }
/** Of a browser's list on the server. */
const held = { token: z.string() }
const ops = starOpsSchema as unknown as z.ZodType<StarOpInput[]>

/** What a page's script sends; StarRequest of app/islands/stars/send.ts is the other end of it. */
const actSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('change'), ...from, ops, token: z.string().optional() }),
  z.object({ act: z.literal('adopt'), ...from, ops, token: z.string().optional() }),
  z.object({ act: z.literal('openFeed'), ...from, ops }),
  z.object({ act: z.literal('renewFeed'), ...from, ...held }),
  z.object({ act: z.literal('closeFeed'), ...from, ...held }),
])

/**
 * Carries out what a page's script asks. Errors: those of the use-cases; NOT_SIGNED_IN also where somebody else is signed in by
 * now: nobody gets another's stars.
 */
export async function actOnStars(
  context: AppLoadContext,
  slug: string,
  body: unknown,
): Promise<{ talkIds?: TalkId[]; token?: string }> {
  const { services, actor, address } = context
  const wish = parseOrInvalid(actSchema, body)
  if (wish.account !== (actor.accountId ?? '')) throw new AppError('NOT_SIGNED_IN', { detail: 'somebody else' })
  const fairId = await fairOfStars(context, slug)
  switch (wish.act) {
    case 'change':
      return { talkIds: await services.stars.changeStars(actor, { fairId, ops: wish.ops, token: wish.token }) }
    case 'adopt':
      return { talkIds: await services.stars.adoptStars(actor, { fairId, ops: wish.ops, token: wish.token }) }
    case 'openFeed':
      return await services.stars.openFeed(actor, { fairId, ops: wish.ops, address })
    case 'renewFeed':
      return await services.stars.renewFeed(actor, { fairId, token: wish.token })
    case 'closeFeed':
      await services.stars.closeFeed(actor, { fairId, token: wish.token })
      return {}
  }
}

/** A form about the account's calendar feed. Errors: NOT_SIGNED_IN, BAD_REQUEST for an unknown intent. */
export async function actOnFeed(context: AppLoadContext, slug: string, intent: string): Promise<void> {
  const { services, actor, address } = context
  if (actor.accountId === null) throw new AppError('NOT_SIGNED_IN')
  const fairId = await fairOfStars(context, slug)
  if (intent === 'openFeed') await services.stars.openFeed(actor, { fairId, address })
  else if (intent === 'renewFeed') await services.stars.renewFeed(actor, { fairId })
  else if (intent === 'closeFeed') await services.stars.closeFeed(actor, { fairId })
  else throw new AppError('BAD_REQUEST', { detail: 'no such act' })
}
