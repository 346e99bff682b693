import type { Queryable, Tx } from '#server/db/client'
import type { Talk } from '#shared/document/records'
import { AppError } from '#shared/kernel/errors'
import type { AccountId, Brand, FairId, TalkId } from '#shared/kernel/ids'
import { slotsOf } from '#shared/programme/slots'
import { minuteOf } from '#shared/programme/time'
import type { OwnSignup, SignupState } from '#shared/signups/views'

export type SignupId = Brand<string, 'SignupId'>

/** Sign-ups of a talk are read and changed under the lock of its row. Errors: NOT_FOUND. */
export async function lockTalk(tx: Tx, fairId: FairId, talkId: TalkId): Promise<void> {
  const [row] = await tx`select id from talks where fair_id = ${fairId} and id = ${talkId} for update`
  if (!row) throw new AppError('NOT_FOUND', { detail: 'no such talk in this fair' })
}

export interface SignupCounts {
  seated: number
  waiting: number
}

export async function countSignups(sql: Queryable, fairId: FairId, talkId: TalkId): Promise<SignupCounts> {
  const [counts] = await sql<SignupCounts[]>`
    select count(*) filter (where state = 'seated')::int as seated, count(*) filter (where state = 'waiting')::int as waiting
    from signups where fair_id = ${fairId} and talk_id = ${talkId} and state <> 'cancelled'`
  return counts ?? { seated: 0, waiting: 0 }
}

export interface OwnSignupRow extends OwnSignup {
  id: SignupId
  talkId: TalkId
}

/** What the account has signed up for in the fair, or for one talk of it. */
export async function ownSignups(
  sql: Queryable,
  fairId: FairId,
  accountId: AccountId,
  talkId?: TalkId,
): Promise<OwnSignupRow[]> {
  return await sql<(OwnSignupRow & { state: SignupState })[]>`
    select s.id, s.talk_id as "talkId", s.state,
      case s.state when 'waiting' then (select count(*)::int from signups w where w.fair_id = s.fair_id
        and w.talk_id = s.talk_id and w.state = 'waiting' and w.place <= s.place) end as position
    from signups s
    where s.fair_id = ${fairId} and s.account_id = ${accountId} and s.state <> 'cancelled'
      ${talkId === undefined ? sql`` : sql`and s.talk_id = ${talkId}`}
    order by s.created_at, s.id`
}

/** Whether nobody can sign up for it any more, and why. A talk of several times is over with the last of them. */
export function closedFor(talk: Talk, now: Date): 'cancelled' | 'over' | null {
  if (talk.state === 'cancelled') return 'cancelled'
  const ends = slotsOf(talk).map(({ end }) => end)
  return ends.length > 0 && Math.max(...ends) <= minuteOf(now) ? 'over' : null
}
