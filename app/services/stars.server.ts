import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import { AppError } from '#shared/kernel/errors'
import type { FairId, TalkId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import type { ReadersStars } from '~/features/stars/starForm'
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

/** What a page's script sends. `account`: for whom that page was made, '' for nobody. */
const actSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('change'),
    account: z.string(),
    ops: z.array(z.unknown()),
    token: z.string().optional(),
  }),
])

/** Errors: NOT_SIGNED_IN also where somebody else is signed in by now: nobody gets another's stars. */
export async function actOnStars(context: AppLoadContext, slug: string, body: unknown): Promise<{ talkIds: TalkId[] }> {
  const { services, actor } = context
  const { account, ops, token } = parseOrInvalid(actSchema, body)
  if (token === undefined && account !== actor.accountId) throw new AppError('NOT_SIGNED_IN', { detail: 'another' })
  const fairId = await fairOfStars(context, slug)
  return { talkIds: await services.stars.changeStars(actor, { fairId, ops: ops as never, token }) }
}
