import type { IncomingMessage } from 'node:http'
import { isDatabaseAway } from '#server/db/errors'
import type { Deps } from '#server/deps'
import { identify } from '#server/http/identify'
import type { Services } from '#server/services'
import { requireStanding } from '#server/services/access/standing'
import { tokenHash } from '#server/services/accounts/tokens'
import type { Actor } from '#shared/access/roles'
import { isAppError } from '#shared/kernel/errors'
import { isId } from '#shared/kernel/ids'
import type { Admitted } from '../rooms/member'
import type { EndReason } from '../wire/connection'

export interface Wish extends Admitted {
  fairId: string
  /** Layout of the document that the client knows; null where it does not say. */
  schemaVersion: number | null
}

export type Admission = { wish: Wish } | { refused: EndReason }

/** Who asks for which fair with what right, by address and session cookie. */
export async function admit(
  deps: Deps,
  services: Services,
  request: IncomingMessage,
  pathname: string,
): Promise<Admission> {
  const fairId = pathname.slice('/sync/'.length)
  const query = new URL(request.url ?? '', 'http://localhost').searchParams
  return await orRefusal<Admission>(deps, async () => {
    const { actor, token } = await identify(services, request)
    if (!isSignedIn(actor) || token === null) return { refused: 'notSignedIn' }
    if (!isId(fairId)) return { refused: 'noSuchFair' }
    await requireStanding(deps.sql, actor, { id: fairId }, 'plan:edit')
    const schema = query.get('schema')
    const schemaVersion = schema !== null && /^\d{1,9}$/.test(schema) ? Number(schema) : null
    const session = tokenHash(deps, token)
    return { wish: { fairId, actor, session, asksMore: query.get('ack') === '1', schemaVersion } }
  })
}

async function orRefusal<T>(deps: Deps, decide: () => Promise<T>): Promise<T | { refused: EndReason }> {
  try {
    return await decide()
  } catch (error) {
    if (isAppError(error)) {
      if (error.code === 'NOT_SIGNED_IN') return { refused: 'notSignedIn' }
      return { refused: error.code === 'NOT_FOUND' ? 'noSuchFair' : 'forbidden' }
    }
    if (!isDatabaseAway(error)) deps.log.error({ err: error }, 'access to a fair could not be decided')
    return { refused: 'later' }
  }
}

const isSignedIn = (actor: Actor): actor is Admitted['actor'] => actor.accountId !== null
