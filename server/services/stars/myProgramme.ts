import type { Deps } from '#server/deps'
import { ownSignups } from '#server/services/signups/signupRows'
import { readVisitedFair, type VisitedFair } from '#server/services/visit/visitedFair'
import type { Actor } from '#shared/access/roles'
import type { TalkId } from '#shared/kernel/ids'
import type { ReleasedPlan } from '#shared/plan/release'
import type { OwnSignup } from '#shared/signups/views'
import { type ProgrammePast, programmePast } from './programmePast'
import { findAccountList } from './starList'

export interface KeptByAccount {
  stars: { talkId: TalkId; at: Date }[]
  signups: (OwnSignup & { talkId: TalkId })[]
  /** Opens the account's calendar feed of this fair; null: none was asked for. */
  feedToken: string | null
}

export interface MyProgrammeVisit {
  fair: VisitedFair
  /** Null: nothing is published yet. */
  release: ReleasedPlan | null
  past: ProgrammePast
  /** Null: a visitor without an account, whose browser keeps the stars. */
  mine: KeptByAccount | null
}

const NO_PAST: ProgrammePast = { former: new Map(), gone: new Map() }

/** The programme with what this reader keeps of it. Errors: NOT_FOUND. */
export const myProgramme =
  (deps: Deps) =>
  async (actor: Actor, { slug }: { slug: string }): Promise<MyProgrammeVisit> => {
    const { fair, release } = await readVisitedFair(deps, actor, { slug })
    const past = release ? await programmePast(deps, fair.id, release) : NO_PAST
    if (actor.accountId === null) return { fair, release, past, mine: null }
    const list = await findAccountList(deps.sql, fair.id, actor.accountId)
    const stars = list
      ? await deps.sql<{ talkId: TalkId; at: Date }[]>`
          select talk_id as "talkId", created_at as at from stars where list_id = ${list.id} order by created_at, talk_id`
      : []
    const signups = await ownSignups(deps.sql, fair.id, actor.accountId)
    return {
      fair,
      release,
      past,
      mine: {
        stars: [...stars],
        signups: signups.map(({ talkId, state, position }) => ({ talkId, state, position })),
        feedToken: list?.token ?? null,
      },
    }
  }
