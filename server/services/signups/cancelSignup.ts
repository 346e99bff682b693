import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import { requireAccount } from '#server/services/access/requireAccount'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import { answerOnce } from '#server/services/claims/answerOnce'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { Actor } from '#shared/access/roles'
import type { AccountId, FairId, TalkId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { type SignupInput, signupSchema } from '#shared/signups/inputs'
import { promoteWaiting } from './promoteWaiting'
import { closedFor, lockTalk, ownSignups } from './signupRows'

/** Gives a seat or a place in the waiting list back; the next in line gets the seat. Without either nothing happens. */
export const cancelSignup =
  (deps: Deps) =>
  async (actor: Actor, input: SignupInput): Promise<{ cancelled: boolean }> => {
    const { fairId, talkId, key } = parseOrInvalid(signupSchema, input)
    await requireStanding(deps.sql, actor, { id: fairId }, 'talk:signUp')
    const accountId = requireAccount(actor)
    return await answerOnce(deps, { actor, fairId, key, request: `cancel talk/${talkId}` }, async (tx) => ({
      cancelled: await giveUp(deps, tx, { fairId, talkId, accountId }),
    }))
  }

export interface GivenUp {
  fairId: FairId
  talkId: TalkId
  accountId: AccountId
}

/** In a transaction of whoever calls: also when a whole account goes. */
export async function giveUp(deps: Deps, tx: Tx, { fairId, talkId, accountId }: GivenUp): Promise<boolean> {
  const at = deps.clock.now()
  await lockTalk(tx, fairId, talkId)
  const [mine] = await ownSignups(tx, fairId, accountId, talkId)
  if (!mine) return false
  await tx`update signups set state = 'cancelled', changed_at = ${at} where id = ${mine.id}`
  await writeAudit(tx, {
    fairId,
    accountId,
    action: 'signup.cancelled',
    subject: talkId,
    details: { from: mine.state },
    at,
  })
  const talk = (await readLatestRelease(deps, fairId, tx))?.programme.talks.get(talkId)
  if (talk && closedFor(talk, at) === null) await promoteWaiting(tx, { fairId, talkId, seats: talk.seats, at })
  return true
}
