import type { Tx } from '#server/db/client'
import { isUniqueViolation } from '#server/db/errors'
import type { Deps } from '#server/deps'
import { requireAccount } from '#server/services/access/requireAccount'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import { followDocument } from '#server/services/booths/followDocument'
import { answerOnce } from '#server/services/claims/answerOnce'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { type AccountId, type FairId, newId, type TalkId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { type SignupInput, signupSchema } from '#shared/signups/inputs'
import type { OwnSignup } from '#shared/signups/views'
import { promoteWaiting } from './promoteWaiting'
import { closedFor, countSignups, lockTalk, ownSignups, type SignupId } from './signupRows'

interface Wish {
  fairId: FairId
  talkId: TalkId
  accountId: AccountId
}

/**
 * Takes a seat of a talk, or a place in its waiting list, in the order in which people ask; who has one already keeps it.
 * Errors: TALK_NOT_RELEASED, TALK_CANCELLED, TALK_OVER, TALK_OPEN (no seats are kept for it), NOT_FOUND, IDEMPOTENCY_REUSED,
 * and those of requireStanding.
 */
export const signUp =
  (deps: Deps) =>
  async (actor: Actor, input: SignupInput): Promise<OwnSignup> => {
    const { fairId, talkId, key } = parseOrInvalid(signupSchema, input)
    await requireStanding(deps.sql, actor, { id: fairId }, 'talk:signUp')
    const wish: Wish = { fairId, talkId, accountId: requireAccount(actor) }
    await followDocument(deps)(fairId)
    return await answerOnce(deps, { actor, fairId, key, request: `sign up talk/${talkId}` }, async (tx) => {
      try {
        return await tx.savepoint((inner) => take(deps, inner, wish))
      } catch (error) {
        if (!isUniqueViolation(error, 'signups_one')) throw error
        return await ownSignup(tx, wish)
      }
    })
  }

async function take(deps: Deps, tx: Tx, wish: Wish): Promise<OwnSignup> {
  const { fairId, talkId, accountId } = wish
  const at = deps.clock.now()
  await lockTalk(tx, fairId, talkId)
  const seats = await seatsToTake(deps, tx, wish, at)
  const [before] = await ownSignups(tx, fairId, accountId, talkId)
  if (before) return { state: before.state, position: before.position }
  // Seats of a release that was withdrawn meanwhile may be free although people wait: they come first.
  await promoteWaiting(tx, { fairId, talkId, seats, at })
  const { seated, waiting } = await countSignups(tx, fairId, talkId)
  const state = seated < seats && waiting === 0 ? 'seated' : 'waiting'
  const id = newId<SignupId>(deps.randomBytes)
  await tx`insert into signups (id, fair_id, talk_id, account_id, state, created_at, changed_at)
    values (${id}, ${fairId}, ${talkId}, ${accountId}, ${state}, ${at}, ${at})`
  await writeAudit(tx, { fairId, accountId, action: `signup.${state}`, subject: talkId, at })
  return await ownSignup(tx, wish)
}

async function ownSignup(tx: Tx, { fairId, talkId, accountId }: Wish): Promise<OwnSignup> {
  const [own] = await ownSignups(tx, fairId, accountId, talkId)
  if (!own) throw new Error('the sign-up just made is not there')
  return { state: own.state, position: own.position }
}

/** How many seats the talk has as visitors see it, where one may still sign up. */
async function seatsToTake(deps: Deps, tx: Tx, { fairId, talkId }: Wish, at: Date): Promise<number> {
  const release = await readLatestRelease(deps, fairId, tx)
  const talk = release?.programme.talks.get(talkId)
  if (!talk) throw new AppError('TALK_NOT_RELEASED')
  const closed = closedFor(talk, at)
  if (closed !== null) throw new AppError(closed === 'cancelled' ? 'TALK_CANCELLED' : 'TALK_OVER')
  if (talk.seats === null) throw new AppError('TALK_OPEN')
  return talk.seats
}
